import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { RAIZ } from '#scripts/preparar.mjs';
import type { Base } from '../../ferramentas/apoio/base.js';
import { portaLivre } from '../../ferramentas/apoio/processo-do-plantao.js';
import type { Quem } from './pessoas.js';
import { emitirToken } from './token.js';

/** A process of ours; `parar` asks it to end, and waits. */
export interface Ligado {
  parar(): Promise<void>;
}

/** A server under measure, on a database of its own. */
export interface Lado extends Ligado {
  readonly porta: number;
  /** The administrator's. */
  readonly token: string;
  tokenDe(quem: Quem): string;
}

/** The product, answering HTTP. `doNode` are options of Node itself. */
export const ligarProduto = (
  base: Base,
  papel: 'tudo' | 'api',
  doNode: readonly string[] = [],
): Promise<Lado> => ligarServidor(base, [...doNode, 'dist/src/main.js'], { PAPEL: papel });

/** The product where it answers nobody and only reacts. */
export const ligarWorker = (base: Base, doNode: readonly string[] = []): Promise<Ligado> =>
  ligar([...doNode, 'dist/src/main.js'], { ...base.variaveis, PAPEL: 'worker' });

/** The floor, on a database that the product has migrated. */
export const ligarPiso = (base: Base, doNode: readonly string[] = []): Promise<Lado> =>
  ligarServidor(base, [...doNode, 'dist/bench/piso/piso.js'], {});

async function ligarServidor(
  base: Base,
  argumentos: readonly string[],
  variaveis: Readonly<Record<string, string>>,
): Promise<Lado> {
  const porta = await portaLivre();
  const ligado = await ligar(argumentos, { ...base.variaveis, ...variaveis, PORT: String(porta) });
  const tokenDe = (quem: Quem): string => emitirToken(base.variaveis.JWT_SECRET!, quem);
  return { porta, token: tokenDe('administrador'), tokenDe, ...ligado };
}

/** Starts it, and waits until it writes that it is ready. */
async function ligar(
  argumentos: readonly string[],
  variaveis: Readonly<Record<string, string>>,
): Promise<Ligado> {
  const filho = spawn(process.execPath, argumentos, {
    cwd: RAIZ,
    env: { PATH: process.env.PATH ?? '', ...variaveis },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // However this process ends, it leaves nobody behind.
  const matar = (): void => void filho.kill('SIGKILL');
  process.once('exit', matar);
  filho.once('exit', () => process.off('exit', matar));
  let escrito = '';
  const pronto = await new Promise<boolean>((resolver) => {
    for (const saida of [filho.stdout, filho.stderr])
      saida.on('data', (texto: Buffer) => {
        escrito = (escrito + texto.toString()).slice(-5_000);
        if (/\bpronto\b/.test(escrito)) resolver(true);
      });
    filho.once('exit', () => resolver(false));
  });
  if (!pronto) throw new Error(`${argumentos.at(-1)} did not start: ${escrito}`);
  const parar = async (): Promise<void> => {
    if (filho.exitCode !== null || filho.signalCode !== null) return;
    const fim = once(filho, 'exit');
    filho.kill('SIGTERM');
    await fim;
  };
  return { parar };
}
