import { invariantes } from '../../plataforma/invariantes/invariante.js';

const FONTE = 'ADR 0015';

/** What holds of the trail and its chain whoever holds the key; that the seals are right, `auditoria:verificar` says. */
export const INVARIANTES_DA_AUDITORIA = invariantes([
  {
    codigo: 'AUDITORIA.SELO_SEM_LINHA',
    descricao: 'Cada selo é de uma linha da auditoria que existe.',
    fonte: FONTE,
    registro: 'selo',
    sql: `SELECT s.sequencia AS id FROM auditoria_selos s LEFT JOIN auditoria a ON a.id = s.registro_id
           WHERE a.id IS NULL`,
  },
  {
    codigo: 'AUDITORIA.SELOS_COM_BURACO',
    descricao: 'Os selos vão de 1 ao fim da cadeia, sem falta. Mostra o primeiro número de cada falta.',
    fonte: FONTE,
    registro: 'selo',
    sql: `SELECT s.sequencia + 1 AS id FROM auditoria_cadeia c
            JOIN (SELECT sequencia, LEAD(sequencia) OVER (ORDER BY sequencia) AS proxima FROM auditoria_selos) s
              ON COALESCE(s.proxima, c.sequencia + 1) > s.sequencia + 1
              OR (s.proxima IS NULL AND c.sequencia < s.sequencia)
          UNION ALL SELECT 1 AS id FROM auditoria_cadeia c
           WHERE c.sequencia > 0 AND NOT EXISTS (SELECT 1 FROM auditoria_selos s WHERE s.sequencia = 1)`,
  },
  {
    codigo: 'AUDITORIA.FIM_DA_CADEIA',
    descricao: 'A cadeia acaba no último selo.',
    fonte: FONTE,
    registro: 'selo',
    sql: `SELECT c.sequencia AS id FROM auditoria_cadeia c JOIN auditoria_selos s ON s.sequencia = c.sequencia
           WHERE s.hash <> c.hash`,
  },
  {
    codigo: 'AUDITORIA.SEM_SELO',
    descricao: 'Toda linha da auditoria é selada logo que é gravada, se há um processo que sela.',
    fonte: FONTE,
    registro: 'linha-da-auditoria',
    sql: `SELECT a.id FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id
           WHERE s.sequencia IS NULL AND a.em <= :prazo`,
  },
]);
