/**
 * SQL that is true while one of these sagas has yet to react to something that happened to the record `agregado:id`:
 * what it owes is not missing, it is under way. A reaction that died is not under way.
 */
export const reacaoPendente = (agregado: string, id: string, sagas: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM entregas_prontas pronta
            WHERE pronta.saga IN (${sagas.map((saga) => `'${saga}'`).join(', ')})
              AND pronta.chave = CONCAT('${agregado}:', ${id}))`;

/** SQL that is true of what happened here; the demonstration hospital was written down whole, and told no events. */
export const depoisDaCarga = (instante: string): string =>
  `${instante} > COALESCE((SELECT carga.criada_em FROM demonstracao carga), '1000-01-01')`;
