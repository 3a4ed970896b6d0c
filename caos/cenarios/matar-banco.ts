import { esperasCurtas } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { INTERNADO } from '../pedidos.js';
import { publicarDepoisDoCommit } from '../ruins/publicar-depois-do-commit.js';
import { julgar } from '../veredito.js';
import { conferirVoltas, medirVolta } from './volta.js';

/** From the server's first greeting to the first thing done again. */
const VOLTA_MAXIMA_MS = 10_000;

export const matarBanco: Cenario = {
  codigo: 'matar-banco',
  descricao: 'kill -9 e nova partida do servidor de banco, sob carga; o produto nunca é reiniciado',
  motores: ['mysql'],
  ruins: [{ ...publicarDepoisDoCommit, motores: ['mysql'], soNoCheio: true }],
  ajustes: (curto) => (curto ? esperasCurtas : []),
  async executar(palco) {
    await palco.abrir({ replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 24, variedade: 0.1, respiroMs: 10 });
    await carga.comecar();
    const voltas: number[] = [];
    let morto = false;
    palco.aoFechar(() => (morto ? palco.servidor.reiniciar() : undefined));
    for (let morte = 0; morte < palco.tamanho(4, 25); morte++) {
      await palco.pausa(200, 1_200);
      morto = true;
      await palco.servidor.matar();
      palco.injetado.somar('mortes do banco');
      await palco.pausa(100, 1_500);
      await palco.servidor.reiniciar();
      morto = false;
      voltas.push(await medirVolta(carga.operador, INTERNADO));
    }
    await carga.parar();
    conferirVoltas(palco, voltas, VOLTA_MAXIMA_MS);
    await julgar(palco);
  },
};
