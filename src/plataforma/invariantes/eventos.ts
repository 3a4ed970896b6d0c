import type { Invariante } from './invariante.js';

const FONTE = 'DESIGN §5';

/** What holds of the events, and of the number by which they are read in order. */
export const EVENTOS: readonly Invariante[] = [
  {
    codigo: 'EVENTOS.SEQUENCIA_COM_BURACO',
    descricao:
      'As sequências vão de 1 ao último número dado, sem falta. Mostra o primeiro número de cada falta.',
    fonte: FONTE,
    registro: 'sequencia',
    sql: `SELECT e.sequencia + 1 AS id FROM sequencia_de_eventos s
            JOIN (SELECT sequencia, LEAD(sequencia) OVER (ORDER BY sequencia) AS proxima
                    FROM eventos WHERE sequencia IS NOT NULL) e
              ON COALESCE(e.proxima, s.ultima + 1) > e.sequencia + 1 OR (e.proxima IS NULL AND s.ultima < e.sequencia)
          UNION ALL SELECT s.id FROM sequencia_de_eventos s
           WHERE s.ultima > 0 AND NOT EXISTS (SELECT 1 FROM eventos e WHERE e.sequencia = 1)`,
  },
  {
    codigo: 'EVENTOS.SEQUENCIA_REPETIDA',
    descricao: 'Cada sequência é de um evento só.',
    fonte: FONTE,
    registro: 'sequencia',
    sql: `SELECT e.sequencia AS id FROM eventos e WHERE e.sequencia IS NOT NULL
           GROUP BY e.sequencia HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'EVENTOS.SEM_SEQUENCIA',
    descricao:
      'Todo evento recebe a sua sequência logo que é gravado, se há um processo que entrega eventos.',
    fonte: FONTE,
    registro: 'evento',
    sql: 'SELECT e.id FROM eventos e WHERE e.sequencia IS NULL AND e.ocorrido_em <= :prazo',
  },
  {
    codigo: 'EVENTOS.FORA_DE_ORDEM',
    descricao: 'Os eventos de um mesmo registro são numerados na ordem das suas versões.',
    fonte: FONTE,
    registro: 'evento',
    sql: `SELECT e.id FROM (SELECT id, agregado_versao, LAG(agregado_versao)
                OVER (PARTITION BY agregado_tipo, agregado_id ORDER BY sequencia) AS anterior
             FROM eventos WHERE sequencia IS NOT NULL) e WHERE e.anterior > e.agregado_versao`,
  },
  {
    codigo: 'EVENTOS.FATO_REPETIDO',
    descricao: 'Um fato acontece uma vez só em cada versão de um registro.',
    fonte: FONTE,
    registro: 'evento',
    sql: `SELECT MAX(e.id) AS id FROM eventos e
           GROUP BY e.agregado_tipo, e.agregado_id, e.agregado_versao, e.tipo HAVING COUNT(*) > 1`,
  },
];
