import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import { ErroDeDominio } from './erro-de-dominio.js';

const MAIOR_RESUMO = 500;

/**
 * What may be logged, or kept, of an error: our own sentences; of a foreign one its kind and its place, since its
 * words may quote what somebody typed.
 */
export function resumoDoErro(erro: unknown): string {
  if (erro instanceof ErroDeDominio) return `${erro.codigo}: ${erro.message}`.slice(0, MAIOR_RESUMO);
  const doBanco = comoErroDeBanco(erro);
  if (doBanco) return doBanco.message.slice(0, MAIOR_RESUMO);
  if (!(erro instanceof Error)) return `erro desconhecido (${typeof erro})`;
  const lugar = /\(?((?:file:)?\/[^()\s]+:\d+:\d+)\)?/.exec(quadrosDaPilha(erro.stack)[0] ?? '')?.[1];
  return `${erro.name}${lugar === undefined ? '' : ` em ${lugar}`}`.slice(0, MAIOR_RESUMO);
}

/** Where it happened, without what it says: a message of several lines is at the head of its stack. */
export const quadrosDaPilha = (pilha: string | undefined): string[] =>
  (pilha ?? '').split('\n').filter((linha) => /^\s+at /.test(linha));
