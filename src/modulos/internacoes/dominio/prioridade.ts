import type { Carater } from './carater.js';

/** How soon a bed is needed, the most urgent first: at once, within hours, next in turn, in turn. */
export const PRIORIDADES = ['EMERGENCIA', 'URGENTE', 'PRIORITARIA', 'ELETIVA'] as const;
export type Prioridade = (typeof PRIORIDADES)[number];

/** What was not said of the urgency of a request follows from what was. */
export function urgenciaDoPedido(pedido: { carater?: Carater; prioridade?: Prioridade }): {
  carater: Carater;
  prioridade: Prioridade;
} {
  const { prioridade } = pedido;
  const semPressa = prioridade === 'PRIORITARIA' || prioridade === 'ELETIVA';
  const carater = pedido.carater ?? (semPressa ? 'ELETIVO' : 'URGENCIA');
  return { carater, prioridade: prioridade ?? (carater === 'ELETIVO' ? 'ELETIVA' : 'URGENTE') };
}

/** Where a request stands in the waiting list: texts in this order are requests in theirs, by priority and then by time. */
export const posicaoNaFila = (prioridade: Prioridade, desde: Date): string =>
  `${PRIORIDADES.indexOf(prioridade) + 1} ${desde.toISOString()}`;
