import type { Saida } from '../aih/progresso.js';

const CODIGOS = {
  titulo: '1;36',
  forte: '1',
  suave: '2',
  certo: '32',
  errado: '1;31',
  aviso: '33',
  campo: '36',
  texto: '32',
  numero: '33',
} as const;

export type Cores = Readonly<Record<keyof typeof CODIGOS, (texto: string) => string>>;

/** Colours on a terminal; NO_COLOR and FORCE_COLOR have the last word, as in https://no-color.org. */
export function querCores({ isTTY }: Saida, { NO_COLOR, FORCE_COLOR }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTTY === true;
}

export function criarCores(ligadas: boolean): Cores {
  const pintar =
    (codigo: string) =>
    (texto: string): string =>
      ligadas ? `\u001b[${codigo}m${texto}\u001b[0m` : texto;
  return Object.fromEntries(Object.entries(CODIGOS).map(([nome, codigo]) => [nome, pintar(codigo)])) as Cores;
}

/** How wide a text is on the terminal. */
export const largura = (texto: string): number => texto.replace(/\u001b\[[\d;]*m/g, '').length;
