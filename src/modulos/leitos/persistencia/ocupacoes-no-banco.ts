import { inteiro, instante } from '../../../banco/dialeto.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Leito } from '../dominio/leito.entity.js';
import { jaOcupaLeito, leitoOcupado, semLeito } from '../dominio/recusas-de-ocupacao.js';

/** The stretch in course of a stay. */
export interface OcupacaoAberta {
  readonly id: number;
  readonly internacaoId: number;
  readonly leitoId: number;
  readonly inicio: Date;
}

/** Not held: whoever calls holds the stay. */
export async function ocupacaoAberta(tx: Transacao, internacaoId: number): Promise<OcupacaoAberta | null> {
  const [linha] = await tx.consultar(
    'SELECT id, leito_id, inicio FROM ocupacoes WHERE internacao_aberta_id = ?',
    [internacaoId],
  );
  return linha
    ? {
        id: inteiro(linha.id),
        internacaoId,
        leitoId: inteiro(linha.leito_id),
        inicio: instante(linha.inicio),
      }
    : null;
}

/** The unique keys have the last word: one open stretch per bed, one per stay. */
export async function abrirOcupacao(
  tx: Transacao,
  leito: Leito,
  internacaoId: number,
  em: Date,
): Promise<void> {
  await seDuplicar(
    {
      uq_ocupacoes_leito_aberto: () => leitoOcupado(leito.numero),
      uq_ocupacoes_internacao_aberta: () => jaOcupaLeito(internacaoId),
    },
    () =>
      tx.inserir(
        `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, fim, leito_aberto_id, internacao_aberta_id)
         VALUES (?, ?, ?, ?, NULL, ?, ?)`,
        [leito.id, internacaoId, leito.tipo, em, leito.id, internacaoId],
      ),
  );
}

/** Refuses a stretch that somebody else has just closed. */
export async function fecharOcupacao(
  tx: Transacao,
  { id, internacaoId }: OcupacaoAberta,
  em: Date,
): Promise<void> {
  const fechadas = await tx.executar(
    'UPDATE ocupacoes SET fim = ?, leito_aberto_id = NULL, internacao_aberta_id = NULL WHERE id = ? AND fim IS NULL',
    [em, id],
  );
  if (fechadas !== 1) throw semLeito(internacaoId);
}
