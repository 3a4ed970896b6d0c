import { createHmac, hkdfSync } from 'node:crypto';
import { inteiro, instanteEscrito, type Linha, ouNulo, texto } from '../../banco/dialeto.js';

/** What comes before the first link. */
export const ANTES_DO_PRIMEIRO = '0'.repeat(64);

/** What seals a trail, and the name by which it is known for the same again. */
export interface ChaveDosSelos {
  readonly chave: Buffer;
  readonly nome: string;
}

/** From AUDITORIA_CHAVE, or from JWT_SECRET where there is none: HKDF-SHA-256 with a label of its own. */
export function chaveDosSelos(segredo: string): ChaveDosSelos {
  return {
    chave: derivar(segredo, 'plantao:auditoria:selos', 32),
    nome: derivar(segredo, 'plantao:auditoria:nome', 6).toString('base64url'),
  };
}

const derivar = (segredo: string, rotulo: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', segredo, '', rotulo, bytes));

/** The next link: HMAC-SHA-256 of the one before it and of all the columns of the row, in a fixed order. */
export const elo = ({ chave }: ChaveDosSelos, anterior: string, linha: Linha): string =>
  createHmac('sha256', chave).update(anterior).update(canonica(linha)).digest('hex');

const numero = ouNulo(inteiro);
const palavra = ouNulo(texto);

/** The same text for the same row, whichever the server and the driver that read it. */
const canonica = (l: Linha): string =>
  JSON.stringify([
    inteiro(l.id),
    instanteEscrito(l.em),
    numero(l.usuario_id),
    numero(l.sessao_id),
    palavra(l.origem),
    texto(l.acao),
    palavra(l.operacao),
    palavra(l.registro_tipo),
    numero(l.registro_id),
    numero(l.paciente_id),
    texto(l.campos),
    texto(l.correlacao_id),
  ]);
