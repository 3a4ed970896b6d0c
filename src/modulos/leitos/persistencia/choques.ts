import { instante, ouNulo } from '../../../banco/dialeto.js';
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
 * Looks for what overlaps `[inicio, fim)` (null `fim`: for ever) in a bed whose row is held. The occupancies
 * of a bed never overlap each other, nor do its blocks: the last to begin before `fim` tells for all of them,
 * so that the cost does not grow with the past.
 */
export async function procurarChoques(
  tx: Transacao,
  { id: leitoId, instalado }: Pick<Leito, 'id' | 'instalado'>,
  inicio: Date,
  fim: Date | null,
): Promise<Choques> {
  const ateOFim = fim === null ? '' : ' AND inicio < ?';
  const parametros = fim === null ? [leitoId] : [leitoId, fim];
  const ultimo = (tabela: string): string =>
    `(SELECT inicio, fim FROM ${tabela} WHERE leito_id = ?${ateOFim} ORDER BY inicio DESC, id DESC LIMIT 1)`;
  const linhas = await tx.consultar(
    `SELECT 'ocupacao' AS qual, o.inicio, o.fim FROM ${ultimo('ocupacoes')} o
     UNION ALL SELECT 'bloqueio' AS qual, b.inicio, b.fim FROM ${ultimo('leitos_bloqueios')} b
     UNION ALL SELECT 'instalacao' AS qual, p.inicio, p.fim FROM leitos_periodos p
                WHERE p.periodo_aberto_id = ? AND p.atributo = ?`,
    // What is not installed exists as an extra bed.
    [...parametros, ...parametros, leitoId, instalado ? 'INSTALADO' : 'EXTRA'],
  );
  const choques = { ocupacao: false, bloqueio: false, desativado: false };
  for (const linha of linhas) {
    const [comecou, acabou] = [ouNulo(instante)(linha.inicio), ouNulo(instante)(linha.fim)];
    if (linha.qual === 'instalacao') choques.desativado = comecou !== null && comecou > inicio;
    else if (acabou === null || acabou > inicio) choques[linha.qual as 'ocupacao' | 'bloqueio'] = true;
  }
  return choques;
}
