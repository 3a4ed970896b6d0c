import type { Cenario } from './cenario.js';
import { agenda } from './cenarios/agenda.js';
import { congelarBanco } from './cenarios/congelar-banco.js';
import { congelarProcesso } from './cenarios/congelar-processo.js';
import { correioFora } from './cenarios/correio-fora.js';
import { correioHostil } from './cenarios/correio-hostil.js';
import { discoCheio } from './cenarios/disco-cheio.js';
import { leitoDisputado } from './cenarios/leito-disputado.js';
import { matarBanco } from './cenarios/matar-banco.js';
import { matarProcesso } from './cenarios/matar-processo.js';
import { mistura } from './cenarios/mistura.js';
import { redeBancoMudo } from './cenarios/rede-banco-mudo.js';
import { redeCommitAmbiguo } from './cenarios/rede-commit-ambiguo.js';
import { redeCortes } from './cenarios/rede-cortes.js';
import { redeLenta } from './cenarios/rede-lenta.js';
import { redeRecusada } from './cenarios/rede-recusada.js';
import { reinicioEmRodizio } from './cenarios/reinicio-em-rodizio.js';

/** Everything that `npm run caos` does, in the order in which it is told. A new scenario joins by its line here. */
export const CENARIOS: readonly Cenario[] = [
  matarProcesso,
  matarBanco,
  congelarProcesso,
  congelarBanco,
  discoCheio,
  leitoDisputado,
  mistura,
  agenda,
  reinicioEmRodizio,
  redeCommitAmbiguo,
  redeBancoMudo,
  redeLenta,
  redeCortes,
  redeRecusada,
  correioHostil,
  correioFora,
];
