import { parseArgs } from 'node:util';
import { ErroDeUso } from '../aih/erro-de-uso.js';

export interface Opcoes {
  readonly json: boolean;
  /** The product has come to rest: nothing may be under way. */
  readonly emRepouso: boolean;
  readonly ajuda: boolean;
}

export const AJUDA = `Uso: npm run auditar -- [opções]

Confere no banco, só lendo, tudo o que sempre deve valer: leitos, internações, contas, avisos, eventos e
entregas. O banco é o do produto (.env e variáveis de ambiente), que pode estar no ar.

  --em-repouso   o produto terminou tudo o que tinha a fazer: entrega à espera já é violação
                 (padrão: só depois de 10 minutos)
  --json         escreve o resultado em JSON
  --ajuda        mostra este texto

Termina com 0 se tudo vale, com 1 se algo não vale ou não deu tempo de conferir, com 2 se não pôde começar.`;

/** Reads the command line; throws ErroDeUso when it makes no sense. */
export function lerOpcoes(argumentos: string[]): Opcoes {
  try {
    const { values } = parseArgs({
      args: argumentos,
      options: {
        'em-repouso': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        ajuda: { type: 'boolean', default: false },
      },
    });
    return { json: values.json, emRepouso: values['em-repouso'], ajuda: values.ajuda };
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Não entendi a linha de comando (${motivo})\n\n${AJUDA}`);
  }
}
