import type { MotivoDeSaida } from '../../modulos/internacoes/dominio/motivo-de-saida.js';
import type { Diagnostico } from './diagnostico.js';
import type { Desfecho } from './estadia.js';
import type { NomeDaLinha } from './linhas.js';
import { depois, MS_POR_HORA, type Mundo } from './mundo.js';

const MOTIVOS: readonly { motivo: MotivoDeSaida; peso: number }[] = [
  { motivo: 'ALTA_MELHORADO', peso: 70 },
  { motivo: 'ALTA_CURADO', peso: 17 },
  { motivo: 'ALTA_RETORNO', peso: 3 },
  { motivo: 'ALTA_OUTROS', peso: 2 },
  { motivo: 'ALTA_A_PEDIDO', peso: 2.5 },
  { motivo: 'TRANSFERENCIA_EXTERNA', peso: 2.5 },
  { motivo: 'INTERNACAO_DOMICILIAR', peso: 1.8 },
  { motivo: 'EVASAO', peso: 0.9 },
];

/** Nobody so young walks away. */
const NAO_FOGEM: ReadonlySet<NomeDaLinha> = new Set(['NEONATAL', 'PEDIATRICA']);

/** Deliveries end with a mother and a child. */
const PARTO = /^O8/;

/** How and when a stay that began at `entrada` and should last `ms` ends. */
export function sortearDesfecho(
  { sorteio, calendario }: Mundo,
  linha: NomeDaLinha,
  diagnostico: Diagnostico,
  entrada: Date,
  ms: number,
): Desfecho {
  const { cid: cidEntrada, obito = 0, saida = [] } = diagnostico;
  const cid = saida.length > 0 && sorteio.chance(0.35) ? sorteio.um(saida) : cidEntrada;
  if (sorteio.chance(obito))
    return { em: depois(entrada, Math.max(ms * sorteio.entre(0.15, 1), MS_POR_HORA)), motivo: 'OBITO', cid };
  const parto = PARTO.test(cidEntrada) && sorteio.chance(0.97);
  const motivos = NAO_FOGEM.has(linha) ? MOTIVOS.filter(({ motivo }) => motivo !== 'EVASAO') : MOTIVOS;
  const motivo = parto ? 'ALTA_PUERPERA_RN' : sorteio.umPorPeso(motivos, ({ peso }) => peso).motivo;
  if (linha === 'EMERGENCIA') return { em: depois(entrada, ms), motivo, cid };
  // Doctors discharge on their rounds, and the patient leaves from late morning on.
  const dia = calendario.diaCivil(depois(entrada, ms));
  const hora = 9 + 4.5 * (sorteio.fracao() + sorteio.fracao());
  const em = depois(calendario.instanteLocal(dia, Math.floor(hora)), (hora % 1) * MS_POR_HORA);
  const cedoDemais = em.getTime() < entrada.getTime() + 4 * MS_POR_HORA;
  return { em: cedoDemais ? depois(entrada, Math.max(ms, 6 * MS_POR_HORA)) : em, motivo, cid };
}
