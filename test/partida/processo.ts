import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';

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

const SEM_PODERES = ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] as const;
const ESPACO_PROPRIO = ['unshare', '--map-root-user', '--mount'] as const;
const ehRoot = process.getuid?.() === 0;

/** Runs what comes after it where permissions are obeyed: for root, without its powers. */
export const SEM_PRIVILEGIOS: readonly string[] = ehRoot ? SEM_PODERES : [];

/** Tests that need the one or the other are skipped, in the open, where the machine does not allow it. */
export const seObedecePermissoes = !ehRoot || funciona(...SEM_PODERES) ? it : it.skip;
export const sePodeMontar = funciona(...ESPACO_PROPRIO) ? it : it.skip;

/** A prefix with mounts of its own: `comando`, a line of shell, runs before Node. */
export const comMontagem = (comando: string): readonly string[] => [
  ...ESPACO_PROPRIO,
  ...['sh', '-c', `${comando} && exec "$@"`, 'sh'],
];

function funciona(programa: string, ...argumentos: string[]): boolean {
  return spawnSync(programa, [...argumentos, 'true'], { stdio: 'ignore' }).status === 0;
}
