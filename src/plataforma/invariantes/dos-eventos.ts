import type { Invariante } from './invariante.js';

const FONTE = 'DESIGN §5';

/** What holds of the events and of the number that each gets. */
export const EVENTOS: readonly Invariante[] = [
  {
    codigo: 'EVENTOS.SEQUENCIA_COM_BURACO',
    descricao: 'As sequências dos eventos vão de 1 ao último número dado, sem buraco.',
    fonte: FONTE,
    registro: 'sequencia',
    sql: `SELECT s.ultima AS id FROM sequencia_de_eventos s
           WHERE s.ultima <> (SELECT COUNT(e.sequencia) FROM eventos e)
              OR s.ultima <> (SELECT COALESCE(MAX(e.sequencia), 0) FROM eventos e)`,
  },
];
