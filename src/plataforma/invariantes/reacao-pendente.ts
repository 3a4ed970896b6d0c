/**
 * SQL that is true while one of these sagas has yet to react to something that happened to the record: what it
 * owes is not missing, it is under way. A reaction that died is not under way.
 */
export const reacaoPendente = (agregado: string, id: string, sagas: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM entregas_prontas pronta
            WHERE pronta.saga IN (${sagas.map((saga) => `'${saga}'`).join(', ')})
              AND pronta.chave = CONCAT('${agregado}:', ${id}))`;
