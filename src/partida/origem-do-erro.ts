import { dirname, resolve } from 'node:path';

/** What Node, SQLite and mysql2 say of an error, whoever has wrapped it since. */
export interface OrigemDoErro {
  readonly codigo: string;
  readonly mensagem: string;
  /** What a system call was about, and the folder where that is, or would be. */
  readonly caminho: string | null;
  readonly pasta: string | null;
}

interface ErroDeFora {
  code?: unknown;
  message?: unknown;
  path?: unknown;
  syscall?: unknown;
  driverError?: unknown;
  cause?: unknown;
}

/** The innermost error that has a code; without one, the outermost, with an empty code. */
export function origemDoErro(erro: unknown): OrigemDoErro {
  let achada = ler(erro);
  for (let atual = erro; ehObjeto(atual); atual = atual.driverError ?? atual.cause) {
    const origem = ler(atual);
    if (origem.codigo !== '') achada = origem;
  }
  return achada;
}

const ehObjeto = (valor: unknown): valor is ErroDeFora => typeof valor === 'object' && valor !== null;

function ler(erro: unknown): OrigemDoErro {
  if (!ehObjeto(erro)) return { codigo: '', mensagem: String(erro), caminho: null, pasta: null };
  const caminho = typeof erro.path === 'string' ? resolve(erro.path) : null;
  return {
    codigo: typeof erro.code === 'string' ? erro.code : '',
    mensagem: typeof erro.message === 'string' ? erro.message : '',
    caminho,
    pasta: caminho === null || erro.syscall === 'mkdir' ? caminho : dirname(caminho),
  };
}
