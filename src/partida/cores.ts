import { styleText } from 'node:util';

/** How the start writes on the terminal. */
export interface Cores {
  forte(texto: string): string;
  fraco(texto: string): string;
  bom(texto: string): string;
}

const SEM_CORES: Cores = { forte: (texto) => texto, fraco: (texto) => texto, bom: (texto) => texto };

const COM_CORES: Cores = {
  forte: (texto) => styleText('bold', texto),
  fraco: (texto) => styleText('dim', texto),
  bom: (texto) => styleText('green', texto),
};

/** Colours only on a terminal that has them; the terminal itself honours NO_COLOR and FORCE_COLOR. */
export const coresDe = (saida: NodeJS.WriteStream): Cores =>
  saida.isTTY && saida.hasColors() ? COM_CORES : SEM_CORES;
