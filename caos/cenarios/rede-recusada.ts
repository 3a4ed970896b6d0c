import { posseDe } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { INTERNADO } from '../pedidos.js';
import { abrirPelaRede } from '../rede/abrir-pela-rede.js';
import { recusaComoDefeito } from '../rede/ruins.js';
import { julgar } from '../veredito.js';
import { conferirVoltas, medirVolta } from './volta.js';

const VOLTA_MAXIMA_MS = 5_000;

export const redeRecusada: Cenario = {
  codigo: 'rede-recusada',
  descricao: 'o banco recusa conexões por segundos, como quem reinicia, sob carga',
  motores: ['mysql'],
  // A dead server refuses as well: matar-banco.
  motoresNoCurto: [],
  ruins: [recusaComoDefeito],
  ajustes: () => [posseDe(2)],
  async executar(palco) {
    const proxy = await abrirPelaRede(palco, { replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.1 });
    await carga.comecar();
    const voltas: number[] = [];
    for (let vez = 0; vez < palco.tamanho(2, 12); vez++) {
      await palco.pausa(300, 1_000);
      await proxy.recusar();
      palco.injetado.somar('recusas de alguns segundos');
      await palco.pausa(1_000, 4_000);
      await proxy.curar();
      voltas.push(await medirVolta(carga.operador, INTERNADO));
    }
    await carga.parar();
    conferirVoltas(palco, voltas, VOLTA_MAXIMA_MS);
    await julgar(palco, { semAvisos: true });
  },
};
