import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Saida } from '../aih/progresso.js';

export type Entrada = Readable & { isTTY?: boolean };

/** Somebody is there to press a key. */
export const interativo = (saida: Saida, entrada: Entrada): boolean =>
  saida.isTTY === true && entrada.isTTY === true;

/** Waits for Enter, or for the end of the input. The terminal stays in line mode, so that Ctrl-C ends the tour. */
export const pausaEntreCapitulos = (saida: Saida, entrada: Entrada) => async (): Promise<void> => {
  saida.write('\n  Enter para continuar…');
  entrada.resume();
  await Promise.race([once(entrada, 'data'), once(entrada, 'end')]);
  entrada.pause();
};

/** Goes straight on. */
export const semPausa = async (): Promise<void> => {};
