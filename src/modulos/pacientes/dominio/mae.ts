import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';

/** What stands for "nobody knows" in the mother's name (DOMINIO §5 accepts it). */
const IGNORADA = new Set(['ignorada', 'ignorado', 'desconhecida', 'nao informada', 'nao declarada']);

/** The mother's name as it is compared; null when there is none to compare. */
export function maeParaBusca(nomeMae: string | null): string | null {
  const nome = normalizarParaBusca(nomeMae ?? '');
  return nome === '' || IGNORADA.has(nome) ? null : nome;
}
