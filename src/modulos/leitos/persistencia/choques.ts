import { instante, type Linha, ouNulo } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Leito } from '../dominio/leito.entity.js';

/** What of a bed's past stands in the way of a period. */
export interface Choques {
  readonly ocupacao: boolean;
  readonly bloqueio: boolean;
  /** The bed was deactivated during part of it. */
  readonly desativado: boolean;
}

/**
 * Looks for what overlaps `[inicio, fim)` (null `fim`: for ever) in a bed whose row is held. Periods that only
 * touch do not overlap; an empty one overlaps what has its instant strictly inside. The occupancies of a bed never
 * overlap each other, nor do its blocks: the last to begin before `fim` tell for all of them (more than one when
 * an empty one began at the same instant), so that the cost does not grow with the past.
 */
export async function procurarChoques(
  tx: Transacao,
  { id: leitoId, instalado }: Pick<Leito, 'id' | 'instalado'>,
  inicio: Date,
  fim: Date | null,
): Promise<Choques> {
  const [ateOFim, ateOndeVai] = fim === null ? ['', []] : [' AND inicio < ?', [fim]];
  const osUltimos = [leitoId, leitoId, ...ateOndeVai];
  const linhas = await tx.consultar(
    `${ultimos('ocupacao', 'ocupacoes', ateOFim)} UNION ALL ${ultimos('bloqueio', 'leitos_bloqueios', ateOFim)}
     UNION ALL SELECT 'instalacao' AS qual, inicio, fim FROM leitos_periodos
                WHERE leito_id = ? AND atributo = ? AND (inicio IS NULL OR inicio <= ?)
                  AND (fim IS NULL${fim === null ? '' : ' OR fim >= ?'})`,
    // What is not installed exists as an extra bed.
    [...osUltimos, ...osUltimos, leitoId, instalado ? 'INSTALADO' : 'EXTRA', inicio, ...ateOndeVai],
  );
  const acabaDepois = (linha: Linha): boolean => {
    const acabou = ouNulo(instante)(linha.fim);
    return acabou === null || acabou > inicio;
  };
  const ha = (qual: string): boolean => linhas.some((linha) => linha.qual === qual && acabaDepois(linha));
  return {
    ocupacao: ha('ocupacao'),
    bloqueio: ha('bloqueio'),
    desativado: !linhas.some(({ qual }) => qual === 'instalacao'),
  };
}

/**
 * What of a held bed lies after the beginning of a stretch that is to go on: nothing but the stretch itself
 * (`ocupacaoId`) may. Whatever overlapped it before its end was refused, so what begins earlier is over.
 */
export async function usosDepoisDe(
  tx: Transacao,
  leitoId: number,
  inicio: Date,
  ocupacaoId: number,
): Promise<Pick<Choques, 'ocupacao' | 'bloqueio'>> {
  const depois = 'leito_id = ? AND inicio >= ? AND (fim IS NULL OR fim > ?)';
  const linhas = await tx.consultar(
    `SELECT 'ocupacao' AS qual FROM ocupacoes WHERE ${depois} AND id <> ?
     UNION ALL SELECT 'bloqueio' AS qual FROM leitos_bloqueios WHERE ${depois}`,
    [leitoId, inicio, inicio, ocupacaoId, leitoId, inicio, inicio],
  );
  const ha = (qual: string): boolean => linhas.some((linha) => linha.qual === qual);
  return { ocupacao: ha('ocupacao'), bloqueio: ha('bloqueio') };
}

/** When a held bed was last left or unblocked; null when it never was. */
export async function fimDoUltimoUso(tx: Transacao, leitoId: number): Promise<Date | null> {
  const linhas = await tx.consultar(
    `${ultimos('ocupacao', 'ocupacoes')} UNION ALL ${ultimos('bloqueio', 'leitos_bloqueios')}`,
    [leitoId, leitoId, leitoId, leitoId],
  );
  return linhas
    .map(({ fim }) => ouNulo(instante)(fim))
    .reduce((a, b) => (a && b && a > b ? a : (b ?? a)), null);
}

/** The last of these periods of a bed to begin; takes the bed's id twice, then what `ate` asks for. */
const ultimos = (qual: string, tabela: string, ate = ''): string =>
  `SELECT '${qual}' AS qual, inicio, fim FROM ${tabela} WHERE leito_id = ?
      AND inicio = (SELECT MAX(inicio) FROM ${tabela} WHERE leito_id = ?${ate})`;
