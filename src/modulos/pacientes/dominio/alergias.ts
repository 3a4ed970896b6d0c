import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';

/** The same allergy written in another way (case, accents, spaces) is one allergy; the first spelling stays. */
export function semRepetidas(alergias: readonly string[]): Map<string, string> {
  const porChave = new Map<string, string>();
  for (const descricao of alergias) {
    const chave = normalizarParaBusca(descricao);
    if (!porChave.has(chave)) porChave.set(chave, descricao);
  }
  return porChave;
}
