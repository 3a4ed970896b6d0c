import type { Invariante } from './invariante.js';

const FONTE = 'DESIGN §5';

/** What holds of the deliveries that events owe, and of the ready table. */
export const ENTREGAS: readonly Invariante[] = [
  {
    codigo: 'ENTREGAS.PENDENTE_FORA_DA_FILA',
    descricao: 'Toda entrega pendente está na fila das prontas.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT n.id FROM entregas n LEFT JOIN entregas_prontas p ON p.entrega_id = n.id
           WHERE n.status = 'PENDENTE' AND p.entrega_id IS NULL`,
  },
  {
    codigo: 'ENTREGAS.NA_FILA_SEM_ESTAR_PENDENTE',
    descricao: 'Na fila das prontas só há entregas pendentes.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT p.entrega_id AS id FROM entregas_prontas p LEFT JOIN entregas n ON n.id = p.entrega_id
           WHERE n.id IS NULL OR n.status <> 'PENDENTE'`,
  },
];
