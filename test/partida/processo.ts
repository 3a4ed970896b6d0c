import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RAIZ = fileURLToPath(new URL('../../', import.meta.url));
export const PRINCIPAL = join(RAIZ, 'dist/src/main.js');

export interface Fim {
  readonly codigo: number | null;
  /** Both outputs, as they came. */
  readonly saida: string;
}

interface Opcoes {
  /** What runs Node, when it is not run directly: `setpriv …`, `unshare …`. */
  readonly prefixo?: readonly string[];
  readonly pasta?: string;
  readonly entrada?: string;
}

/** An environment with nothing of this machine's configuration, and no demonstration. */
export const ambienteLimpo = (variaveis: Readonly<Record<string, string>>): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  LOG_LEVEL: 'error',
  DEMO: 'false',
  ...variaveis,
});

/** Runs Node with these arguments until it ends by itself. */
export function rodarNode(
  argumentos: readonly string[],
  variaveis: Readonly<Record<string, string>>,
  { prefixo = [], pasta, entrada }: Opcoes = {},
): Promise<Fim> {
  const [programa, ...resto] = [...prefixo, process.execPath, ...argumentos] as [string, ...string[]];
  return new Promise((resolver, recusar) => {
    let saida = '';
    const filho = spawn(programa, resto, { env: ambienteLimpo(variaveis), cwd: pasta });
    for (const fonte of [filho.stdout, filho.stderr])
      fonte.on('data', (texto: Buffer) => (saida += texto.toString()));
    filho.stdin.on('error', () => undefined);
    filho.stdin.end(entrada ?? '');
    filho.once('error', recusar);
    filho.once('close', (codigo) => resolver({ codigo, saida }));
  });
}

/** The compiled product, in a situation where it cannot start. */
export const iniciarEmVao = (
  variaveis: Readonly<Record<string, string>>,
  opcoes: Opcoes = {},
): Promise<Fim> => rodarNode([PRINCIPAL], { PORT: '0', ...variaveis }, opcoes);

/** Runs `fazer` with a folder of its own, removed afterwards. */
export async function comPasta<T>(fazer: (pasta: string) => Promise<T>): Promise<T> {
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-partida-'));
  try {
    return await fazer(pasta);
  } finally {
    rmSync(pasta, { recursive: true, force: true });
  }
}

const funciona = (programa: string, ...argumentos: string[]): boolean =>
  spawnSync(programa, [...argumentos, 'true'], { stdio: 'ignore' }).status === 0;

const SEM_PRIVILEGIOS = ['setpriv', '--inh-caps=-all', '--bounding-set=-all'];
const ESPACO_PROPRIO = ['unshare', '--map-root-user', '--mount'];

/**
 * A prefix under which permissions are obeyed: none for an ordinary user; for root, one that leaves its powers.
 * Null, with the reason printed, where this machine has no way.
 */
export function semPrivilegios(): readonly string[] | null {
  if (process.getuid?.() !== 0) return [];
  return funciona(...(SEM_PRIVILEGIOS as [string, ...string[]]))
    ? SEM_PRIVILEGIOS
    : pular('os testes rodam como root e não há setpriv');
}

/** A prefix with mounts of its own: `comando`, a line of shell, runs before Node. Null where this is not allowed. */
export function comMontagem(comando: string): readonly string[] | null {
  return funciona(...(ESPACO_PROPRIO as [string, ...string[]]))
    ? [...ESPACO_PROPRIO, 'sh', '-c', `${comando} && exec "$@"`, 'sh']
    : pular('esta máquina não permite montar num espaço próprio (unshare)');
}

function pular(motivo: string): null {
  process.stderr.write(`Teste pulado: ${motivo}.\n`);
  return null;
}
