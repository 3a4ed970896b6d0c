import { createHmac } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { comoErroDeBanco, esperouDemais } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito, ErroDeDominio, invalido } from '../../erros/erro-de-dominio.js';
import { Cofre, SegredoIlegivel } from '../../seguranca/cofre.js';

/** Digits that are no id, and may be somebody's document. */
const DOCUMENTO = /(?<=\/)\d{11,}(?=\/|$)/g;
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

/** The address that a key is kept with: ids included, without the query. */
export const rotaDoPedido = (url: string): string =>
  url.split('?')[0]!.replace(/\/+$/, '').replace(DOCUMENTO, '(documento)').slice(0, 200);

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
  cofre: Cofre,
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
  return daLinha(linha, cofre, pedido);
}

/** The body is kept sealed: it may be clinical, and is of use only to who sends the same request again. */
export async function guardarResposta(
  tx: Transacao,
  cofre: Cofre,
  pedido: PedidoUnico,
  { status, corpo, local, etag }: RespostaGuardada,
): Promise<void> {
  const { usuarioId, rota, chave } = pedido;
  await tx.executar(
    `UPDATE chaves_de_idempotencia SET status = ?, resposta = ?, local = ?, etag = ?
      WHERE usuario_id = ? AND rota = ? AND chave = ?`,
    [status, cofre.selar(empacotar(corpo), contextoDe(pedido)), local, etag, usuarioId, rota, chave],
  );
}

function daLinha(linha: Linha, cofre: Cofre, pedido: PedidoUnico): RespostaGuardada {
  const guardado = ouNulo(texto)(linha.resposta);
  // Before the bodies are compared: the digest of the body is keyed too, and would differ with the key.
  const corpo = lerCorpo(guardado, cofre, pedido);
  if (texto(linha.impressao) !== pedido.impressao)
    throw invalido(
      'PLATAFORMA.CHAVE_REUTILIZADA',
      'Esta Idempotency-Key já foi usada com outro corpo. Para um pedido novo, use uma chave nova.',
      'Idempotency-Key',
    );
  return {
    status: inteiro(linha.status),
    corpo,
    local: ouNulo(texto)(linha.local),
    etag: ouNulo(texto)(linha.etag),
  };
}

function lerCorpo(guardado: string | null, cofre: Cofre, pedido: PedidoUnico): unknown {
  // What a replica of the version before has kept is not sealed.
  if (guardado === null || !Cofre.selado(guardado)) return desempacotar(guardado ?? '');
  try {
    return desempacotar(cofre.abrir(guardado, contextoDe(pedido)));
  } catch (erro) {
    if (erro instanceof SegredoIlegivel) throw ilegivel();
    throw erro;
  }
}

const contextoDe = ({ usuarioId, rota, chave }: PedidoUnico): string =>
  JSON.stringify(['idempotencia', usuarioId, rota, chave]);

/** From here on it is compressed: a bill of hundreds of lines must fit in the column when it is sealed. */
const LONGO = 8_192;
const COMPRIMIDO = 'deflate:';

function empacotar(corpo: unknown): string {
  const json = corpo === undefined ? '' : JSON.stringify(corpo);
  return json.length < LONGO ? json : COMPRIMIDO + deflateRawSync(json, { level: 1 }).toString('base64');
}

function desempacotar(pacote: string): unknown {
  const json = pacote.startsWith(COMPRIMIDO)
    ? inflateRawSync(Buffer.from(pacote.slice(COMPRIMIDO.length), 'base64')).toString('utf8')
    : pacote;
  return json === '' ? undefined : (JSON.parse(json) as unknown);
}

const emUso = (): ErroDeDominio =>
  conflito(
    'PLATAFORMA.CHAVE_EM_USO',
    'Outro pedido com a mesma Idempotency-Key ainda está em curso. Espere um instante e repita este.',
    'Idempotency-Key',
  );

const ilegivel = (): ErroDeDominio =>
  conflito(
    'PLATAFORMA.RESPOSTA_ILEGIVEL',
    'Um pedido com esta Idempotency-Key já foi atendido, mas a resposta que se guardou dele não pode mais ser lida. ' +
      'Nada foi feito de novo: consulte o registro antes de repetir o pedido com uma chave nova.',
    'Idempotency-Key',
  );
