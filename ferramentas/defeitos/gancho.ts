import type { InitializeHook, LoadHook } from 'node:module';
import { trocar, type Troca } from './troca.js';

let trocas: readonly Troca[] = [];

export const initialize: InitializeHook<string> = (texto) => {
  trocas = JSON.parse(texto) as Troca[];
};

/** The module as it is, or with the faults planted in it. */
export const load: LoadHook = async (url, contexto, seguinte) => {
  const modulo = await seguinte(url, contexto);
  const dele = trocas.filter(({ arquivo }) => url.endsWith(`/dist/${arquivo}`));
  if (dele.length === 0) return modulo;
  const texto = Buffer.from(modulo.source as Uint8Array).toString();
  return { ...modulo, source: dele.reduce(trocar, texto) };
};
