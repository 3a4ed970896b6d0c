import type { OrigemDoErro } from './origem-do-erro.js';

/** Codes of a module that is missing, or was compiled for another Node or another system. */
const AUSENTE = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];
/** What the loaders of better-sqlite3 and argon2 say, without a code, of a binary that they did not find. */
const SEM_BINARIO =
  /Could not locate the bindings file|Failed to load native binding|Cannot find native binding/;

/** The sentence for dependencies that do not load, or null. */
export function explicarInstalacao({ codigo, mensagem }: OrigemDoErro): string | null {
  if (!AUSENTE.includes(codigo) && !SEM_BINARIO.test(mensagem)) return null;
  const [resumo = ''] = mensagem.split('\n');
  return (
    `As dependências não estão inteiras, ou foram instaladas para outro Node ou outro sistema: ${resumo}\n` +
    'Instale-as de novo nesta máquina, com npm ci, e tente outra vez. Se o npm ci reclamar de compilador, instale\n' +
    'antes python3, make e g++ (no Debian e no Ubuntu: apt-get install python3 make g++).'
  );
}
