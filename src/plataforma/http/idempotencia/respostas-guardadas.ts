import { createHmac } from 'node:crypto';
import { inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { comoErroDeBanco, esperouDemais } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito, ErroDeDominio, invalido } from '../../erros/erro-de-dominio.js';

const FORMATO = /^[\x21-\x7e]{1,255}$/;

/** A POST that must have one effect, however often it arrives. */
export interface PedidoUnico {
  readonly usuarioId: number;
  readonly rota: string;
  readonly chave: string;
  readonly impressao: string;
}

/** What was answered, and is answered again. */
export interface RespostaGuardada {
  readonly status: number;
  readonly corpo: unknown;
  readonly local: string | null;
  readonly etag: string | null;
}

/** Refuses (400) a key that nobody could type again. */
export function exigirChave(chave: unknown): string {
  if (typeof chave === 'string' && FORMATO.test(chave)) return chave;
  throw new ErroDeDominio(
    'requisicao_ilegivel',
    'PLATAFORMA.CHAVE_INVALIDA',
    'O cabeçalho Idempotency-Key deve ter de 1 a 255 caracteres visíveis, sem espaços.',
    'Idempotency-Key',
  );
}

/**
 * HMAC-SHA-256 of the body with its fields in order: the order in which they were typed does not matter. Keyed,
 * because a body may carry a password, which a bare hash would let anybody with the table try out.
 */
export const impressaoDe = (corpo: unknown, segredo: string): string =>
  createHmac('sha256', `idempotencia:${segredo}`)
    .update(JSON.stringify(ordenado(corpo)) ?? '')
    .digest('hex');

function ordenado(valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map(ordenado);
  if (typeof valor !== 'object' || valor === null) return valor;
  const campos = Object.entries(valor).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(campos.map(([campo, conteudo]) => [campo, ordenado(conteudo)]));
}

/**
 * Makes the key this transaction's own, or answers what it got before; waits for a copy that is still at work,
 * up to the lock timeout (409). The same key with another body is refused (422).
 */
export async function reservarChave(
  tx: Transacao,
  pedido: PedidoUnico,
  agora: Date,
): Promise<RespostaGuardada | null> {
  const { usuarioId, rota, chave, impressao } = pedido;
  try {
    await tx.inserir(
      'INSERT INTO chaves_de_idempotencia (usuario_id, rota, chave, impressao, criada_em) VALUES (?, ?, ?, ?, ?)',
      [usuarioId, rota, chave, impressao, agora],
    );
    return null;
  } catch (erro) {
    if (esperouDemais(erro)) throw emUso();
    if (comoErroDeBanco(erro)?.natureza !== 'chave_duplicada') throw erro;
  }
  // Committed by now, or the insertion would still be waiting; a lock here would deadlock the copies.
  const [linha] = await tx.consultar(
    `SELECT impressao, status, resposta, local, etag FROM chaves_de_idempotencia
      WHERE usuario_id = ? AND rota = ? AND chave = ?`,
    [usuarioId, rota, chave],
  );
  if (!linha) throw emUso();
  return daLinha(linha, impressao);
}

export async function guardarResposta(
  tx: Transacao,
  { usuarioId, rota, chave }: PedidoUnico,
  { status, corpo, local, etag }: RespostaGuardada,
): Promise<void> {
  await tx.executar(
    `UPDATE chaves_de_idempotencia SET status = ?, resposta = ?, local = ?, etag = ?
      WHERE usuario_id = ? AND rota = ? AND chave = ?`,
    [status, corpo === undefined ? null : JSON.stringify(corpo), local, etag, usuarioId, rota, chave],
  );
}

function daLinha(linha: Linha, impressao: string): RespostaGuardada {
  if (texto(linha.impressao) !== impressao)
    throw invalido(
      'PLATAFORMA.CHAVE_REUTILIZADA',
      'Esta Idempotency-Key já foi usada com outro corpo. Para um pedido novo, use uma chave nova.',
      'Idempotency-Key',
    );
  const corpo = ouNulo(texto)(linha.resposta);
  return {
    status: inteiro(linha.status),
    corpo: corpo === null ? undefined : (JSON.parse(corpo) as unknown),
    local: ouNulo(texto)(linha.local),
    etag: ouNulo(texto)(linha.etag),
  };
}

const emUso = (): ErroDeDominio =>
  conflito(
    'PLATAFORMA.CHAVE_EM_USO',
    'Outro pedido com a mesma Idempotency-Key ainda está em curso. Espere um instante e repita este.',
    'Idempotency-Key',
  );
