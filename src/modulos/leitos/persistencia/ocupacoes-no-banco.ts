import { inteiro, instante, type Linha, ouNulo } from '../../../banco/dialeto.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { PedidoDeAnulacao } from '../contrato/ocupacao-de-leitos.js';
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
  return linha ? ocupacaoDaLinha(linha, internacaoId) : null;
}

const ocupacaoDaLinha = (linha: Linha, internacaoId: number): OcupacaoAberta => ({
  id: inteiro(linha.id),
  internacaoId,
  leitoId: inteiro(linha.leito_id),
  inicio: instante(linha.inicio),
});

/** The stretch that a stay closed last. */
export interface OcupacaoEncerrada extends OcupacaoAberta {
  readonly fim: Date;
}

/** Every stretch of a stay, oldest first. Not held: whoever calls holds the stay. */
export async function ocupacoesDaInternacao(
  tx: Transacao,
  internacaoId: number,
): Promise<(OcupacaoAberta & { readonly fim: Date | null })[]> {
  const linhas = await tx.consultar(
    'SELECT id, leito_id, inicio, fim FROM ocupacoes WHERE internacao_id = ? ORDER BY inicio, id',
    [internacaoId],
  );
  return linhas.map((linha) => ({
    ...ocupacaoDaLinha(linha, internacaoId),
    fim: ouNulo(instante)(linha.fim),
  }));
}

/** Null for a stay that was in no bed, or still is. Not held: whoever calls holds the stay. */
export async function ultimaOcupacao(tx: Transacao, internacaoId: number): Promise<OcupacaoEncerrada | null> {
  const [linha] = await tx.consultar(
    'SELECT id, leito_id, inicio, fim FROM ocupacoes WHERE internacao_id = ? ORDER BY inicio DESC, id DESC LIMIT 1',
    [internacaoId],
  );
  return linha && linha.fim !== null
    ? { ...ocupacaoDaLinha(linha, internacaoId), fim: instante(linha.fim) }
    : null;
}

/** The unique keys have the last word: one open stretch per bed, one per stay. */
const seOutraEstaAberta = <T>(leito: Leito, internacaoId: number, gravar: () => Promise<T>): Promise<T> =>
  seDuplicar(
    {
      uq_ocupacoes_leito_aberto: () => leitoOcupado(leito.numero),
      uq_ocupacoes_internacao_aberta: () => jaOcupaLeito(internacaoId),
    },
    gravar,
  );

export async function abrirOcupacao(
  tx: Transacao,
  leito: Leito,
  internacaoId: number,
  em: Date,
): Promise<void> {
  await seOutraEstaAberta(leito, internacaoId, () =>
    tx.inserir(
      `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, fim, leito_aberto_id, internacao_aberta_id)
       VALUES (?, ?, ?, ?, NULL, ?, ?)`,
      [leito.id, internacaoId, leito.tipo, em, leito.id, internacaoId],
    ),
  );
}

/** Undoes the end of a stretch. */
export async function reabrirOcupacao(
  tx: Transacao,
  leito: Leito,
  ocupacaoId: number,
  internacaoId: number,
): Promise<void> {
  await seOutraEstaAberta(leito, internacaoId, () =>
    tx.executar(
      'UPDATE ocupacoes SET fim = NULL, leito_aberto_id = ?, internacao_aberta_id = ? WHERE id = ? AND fim IS NOT NULL',
      [leito.id, internacaoId, ocupacaoId],
    ),
  );
}

/** A stretch that was over before it was told. */
export async function inserirOcupacaoEncerrada(
  tx: Transacao,
  leito: Leito,
  internacaoId: number,
  { inicio, fim }: { readonly inicio: Date; readonly fim: Date },
): Promise<void> {
  await tx.inserir(
    `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, fim, leito_aberto_id, internacao_aberta_id)
     VALUES (?, ?, ?, ?, ?, NULL, NULL)`,
    [leito.id, internacaoId, leito.tipo, inicio, fim],
  );
}

/** Keeps apart the stretches of a stay, none of them open any more: they count for nothing. */
export async function anularOcupacoes(
  tx: Transacao,
  { internacaoId, agora, motivo, autorId }: Omit<PedidoDeAnulacao, 'em'>,
): Promise<void> {
  await tx.executar(
    `INSERT INTO ocupacoes_anuladas (leito_id, internacao_id, tipo, inicio, fim, anulada_em, motivo, autor_id)
     SELECT leito_id, internacao_id, tipo, inicio, fim, ?, ?, ? FROM ocupacoes WHERE internacao_id = ? ORDER BY inicio, id`,
    [agora, motivo, autorId, internacaoId],
  );
  await tx.executar('DELETE FROM ocupacoes WHERE internacao_id = ?', [internacaoId]);
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
