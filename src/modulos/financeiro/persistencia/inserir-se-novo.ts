import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';

/**
 * Runs an INSERT that may already have been done: null when the unique key `chave` says so. The statement is
 * undone, the transaction goes on. Any other error passes.
 */
export async function inserirSeNovo(chave: string, inserir: () => Promise<number>): Promise<number | null> {
  try {
    return await inserir();
  } catch (erro) {
    const doBanco = comoErroDeBanco(erro);
    if (doBanco?.natureza === 'chave_duplicada' && doBanco.restricao === chave) return null;
    throw erro;
  }
}
