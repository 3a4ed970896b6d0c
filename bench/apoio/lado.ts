import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';
import type { Base } from '../../ferramentas/apoio/base.js';
import { portaLivre, ProcessoDoPlantao } from '../../ferramentas/apoio/processo-do-plantao.js';
import { emitirToken } from './token.js';

export interface Ligado {
  parar(): Promise<void>;
}

/** A server under measure, on a database of its own. */
export interface Lado extends Ligado {
  readonly porta: number;
  readonly token: string;
}

type Variaveis = Readonly<Record<string, string>>;

/** The product, answering HTTP; `variaveis` prevail over those of the database. */
export async function ligarProduto(
  base: Base,
  papel: 'tudo' | 'api',
  variaveis: Variaveis = {},
): Promise<Lado & { processo: ProcessoDoPlantao }> {
  const processo = new ProcessoDoPlantao(await portaLivre(), {
    variaveis: { ...base.variaveis, PAPEL: papel, ...variaveis },
  });
  try {
    await processo.ligar();
  } catch (erro) {
    await processo.matar();
    throw erro;
  }
  const parar = async (): Promise<void> => void (await processo.parar());
  return { porta: processo.porta, token: emitirToken(base.variaveis.JWT_SECRET!), processo, parar };
}

/** The product where it answers nobody and only reacts; ready when it says so. */
export function ligarWorker(base: Base, variaveis: Variaveis = {}): Promise<Ligado> {
  return ligar('dist/src/main.js', { ...base.variaveis, PAPEL: 'worker', ...variaveis });
}

/** The floor, on a database that the product has migrated. */
export async function ligarPiso(base: Base): Promise<Lado> {
  const porta = await portaLivre();
  const ligado = await ligar('dist/bench/piso/piso.js', { ...base.variaveis, PORT: String(porta) });
  return { porta, token: emitirToken(base.variaveis.JWT_SECRET!), ...ligado };
}

/** A program of ours in a process of its own, when it has written that it is ready. */
async function ligar(programa: string, variaveis: Variaveis): Promise<Ligado> {
  const filho = spawn(process.execPath, [join(RAIZ, programa)], {
    env: { PATH: process.env.PATH ?? '', ...variaveis },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let escrito = '';
  const pronto = new Promise<boolean>((resolver) => {
    for (const saida of [filho.stdout, filho.stderr])
      saida.on('data', (texto: Buffer) => {
        escrito = (escrito + texto.toString()).slice(-5_000);
        if (/\bpronto\b/.test(escrito)) resolver(true);
      });
    filho.once('exit', () => resolver(false));
  });
  if (!(await pronto)) throw new Error(`${programa} did not start: ${escrito}`);
  const parar = async (): Promise<void> => {
    if (filho.exitCode !== null || filho.signalCode !== null) return;
    const fim = once(filho, 'exit');
    filho.kill('SIGTERM');
    await fim;
  };
  return { parar };
}
