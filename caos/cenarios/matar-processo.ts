import { esperasCurtas } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { ALTA } from '../pedidos.js';
import { concluirDepois } from '../ruins/concluir-depois.js';
import { publicarDepoisDoCommit } from '../ruins/publicar-depois-do-commit.js';
import { julgar } from '../veredito.js';

const REPLICAS = 3;
/** How long a replica lives from the moment it is ready; where there are others, they should overlap. */
const VIDA_MS = { sqlite: 500, mysql: 2_500 };
/** From a discharge that it acknowledged to its death, at most: the reactions are in course. */
const APOS_UMA_ALTA_MS = 40;

export const matarProcesso: Cenario = {
  codigo: 'matar-processo',
  descricao: 'kill -9 em instantes sorteados, sob carga de altas',
  motores: ['sqlite', 'mysql'],
  // Replicas die on MariaDB in mistura.
  motoresNoCurto: ['sqlite'],
  ruins: [publicarDepoisDoCommit, concluirDepois],
  ajustes: (curto) => (curto ? esperasCurtas : []),
  async executar(palco) {
    // The bed is freed by the discharge itself: more events per discharge, more instants to die in.
    await palco.abrir({ replicas: REPLICAS, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.1, respiroMs: 5 });
    await carga.comecar();
    // Each death costs a start of some two seconds: twice as many took a quarter of an hour on each engine.
    const mortes = Math.round(palco.tamanho(9, 120, 6) / palco.replicas.length);
    await Promise.all(palco.replicas.map((_, n) => matarVezes(palco, carga, n, mortes)));
    await palco.pausa(100, 300);
    await carga.parar();
    await julgar(palco);
  },
};

/** Kills one replica again and again: one time in three at any instant, else just after it acknowledged a discharge. */
async function matarVezes(palco: Palco, carga: CargaDeTrabalho, qual: number, vezes: number): Promise<void> {
  const replica = palco.replicas[qual]!;
  const vidaMs = VIDA_MS[palco.motor];
  for (let morte = 0; morte < vezes; morte++) {
    await palco.pausa(0, vidaMs);
    if (morte % 3 > 0) {
      await carga.operador.proximo(ALTA, qual, vidaMs);
      await palco.pausa(0, APOS_UMA_ALTA_MS);
    }
    await replica.matar();
    palco.injetado.somar('mortes');
    await replica.ligar();
  }
}
