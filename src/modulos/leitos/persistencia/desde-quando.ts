import type { Linha } from '../../../banco/dialeto.js';

/**
 * `coluna` of the last stretch of the bed `l` to begin: those of a bed never overlap, so it is the last to end as
 * well, and tells for all of them. One of no length covers no instant.
 */
export const doUltimo = (tabela: 'ocupacoes' | 'leitos_bloqueios', coluna: string, ate = ''): string =>
  `(SELECT x.${coluna} FROM ${tabela} x WHERE x.leito_id = l.id${ate} AND (x.fim IS NULL OR x.fim > x.inicio)
     ORDER BY x.inicio DESC, x.id DESC LIMIT 1)`;

/** What `desdeQuando` needs to know of the bed `l`, besides its own row. */
export const FIM_DOS_USOS = `${doUltimo('ocupacoes', 'fim')} AS desocupado_em, ${doUltimo('leitos_bloqueios', 'fim')} AS desbloqueado_em`;

/**
 * Since when the bed is as it is: its last change of state, or the end of what was told of its past later. One to
 * which nothing has happened is so since it was installed, or entered in the register.
 */
export const desdeQuando = <I extends Date | string>(l: Linha, emQue: (valor: unknown) => I): I =>
  oMaisTarde(emQue, l.desde, l.desocupado_em, l.desbloqueado_em) ?? emQue(l.instalado_desde ?? l.criado_em);

/** The latest of these columns, read by `emQue`; null when none has an instant. Instants written in full sort by time. */
export const oMaisTarde = <I extends Date | string>(
  emQue: (valor: unknown) => I,
  ...colunas: readonly unknown[]
): I | null => {
  let ultimo: I | null = null;
  for (const coluna of colunas) {
    if (coluna === null || coluna === undefined) continue;
    const em = emQue(coluna);
    if (ultimo === null || em > ultimo) ultimo = em;
  }
  return ultimo;
};
