import { setTimeout as esperar } from 'node:timers/promises';
import { esperasCurtas, umaReacaoPorVez } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { ALTA } from '../pedidos.js';
import { semCerca } from '../ruins/sem-cerca.js';
import { julgar } from '../veredito.js';

/** Longer than the claim: 15 seconds, or the 3 of the short run. */
const SONO_MS = { curto: 4_000, cheio: 17_000 };

export const congelarProcesso: Cenario = {
  codigo: 'congelar-processo',
  descricao:
    'SIGSTOP de uma réplica por mais tempo que a posse das suas entregas, enquanto outras as assumem',
  motores: ['mysql'],
  ruins: [semCerca],
  ajustes: (curto) => [umaReacaoPorVez, ...(curto ? esperasCurtas : [])],
  async executar(palco) {
    await palco.abrir({ replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 64, pacientes: 128 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 32, respiroMs: 20 });
    await carga.comecar();
    for (let vez = 0; vez < palco.tamanho(2, 8, 3); vez++) {
      const qual = vez % palco.replicas.length;
      await carga.operador.proximo(ALTA, qual, 5_000);
      await palco.pausa(0, 300);
      palco.replicas[qual]!.congelar();
      palco.injetado.somar('congelamentos do processo');
      await esperar(palco.tamanho(SONO_MS.curto, SONO_MS.cheio));
      palco.replicas[qual]!.descongelar();
      await palco.pausa(300, 800);
    }
    await carga.parar();
    await julgar(palco);
  },
};
