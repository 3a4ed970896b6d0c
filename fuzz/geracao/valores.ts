import fc from 'fast-check';
import { type Esquema, type Esquemas, resolver } from '../documento/esquema.js';
import { FORMATOS } from '../documento/formatos.js';
import type { Ligacoes } from '../documento/ligacoes.js';
import type { Acervo, Registro } from '../passos/acervo.js';
import type { Valor } from '../passos/passo.js';
import type { Sorte } from './sorte.js';
import { TEXTO_COMUM } from './textos.js';

/** An id that is read and names nothing. */
export const ID_DE_NINGUEM = 2_147_483_646;

/** What is known while a request is made. */
export interface Fontes {
  readonly esquemas: Esquemas;
  readonly ligacoes: Ligacoes;
  readonly acervo: Acervo;
  readonly sorte: Sorte;
  /** What is known to serve, by the name of a body's schema or of a field: what no schema can say. */
  readonly corpos: Readonly<Record<string, readonly Valor[]>>;
}

/** A value that the schema accepts. `campo`: the name under which it goes, from which an id is known. */
export function valorValido(fontes: Fontes, original: Esquema, campo: string): Valor {
  const { esquemas, sorte } = fontes;
  const prontos = fontes.corpos[original.$ref?.split('/').pop() ?? ''] ?? fontes.corpos[campo];
  if (prontos) return sorte.um(prontos);
  const esquema = resolver(esquemas, original);
  if (esquema.nullable && sorte.chance(8)) return null;
  const colecao = fontes.ligacoes.doCampo(campo);
  if (esquema.type === 'array') return lista(fontes, esquema, campo);
  if (colecao !== undefined && esquema.type === 'integer') return idDe(fontes, colecao);
  if (esquema.enum) return sorte.um(esquema.enum);
  if (esquema.properties) return objeto(fontes, esquema);
  switch (esquema.type) {
    case 'boolean':
      return sorte.chance(50);
    case 'integer':
      return inteiro(sorte, esquema);
    case 'number':
      return sorte.um([1, 0.5, 350.5, sorte.inteiro(1, 99_999) / 100, esquema.maximum ?? 10]);
    default:
      return texto(fontes, esquema, campo);
  }
}

function objeto(fontes: Fontes, { properties = {}, required = [] }: Esquema): Valor {
  const { sorte } = fontes;
  const nomes = Object.keys(properties);
  // All of it, only what must come, that and one thing more, or any part.
  const presenca = sorte.um([100, 0, 0, 0, 40]);
  const umMais = presenca === 0 && sorte.chance(50) ? sorte.um(nomes) : undefined;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([nome]) => required.includes(nome) || nome === umMais || sorte.chance(presenca))
      .map(([nome, esquema]) => [nome, valorValido(fontes, esquema, nome)]),
  );
}

function lista(fontes: Fontes, esquema: Esquema, campo: string): Valor {
  const { sorte } = fontes;
  const chave = chaveDosItens(fontes, esquema);
  if (chave !== undefined) return umDeCada(fontes, esquema, chave);
  const quantos = Math.max(esquema.minItems ?? 0, sorte.inteiro(0, 2));
  const itens = Array.from({ length: quantos }, () => valorValido(fontes, esquema.items ?? {}, campo));
  const vistos = new Set<string>();
  return itens.filter((item) => {
    const chave = JSON.stringify(item);
    const novo = !esquema.uniqueItems || !vistos.has(chave);
    vistos.add(chave);
    return novo;
  });
}

/** What tells the items of a list apart, where it can be told: the first field that is one of a few. */
function chaveDosItens({ esquemas }: Fontes, { items = {} }: Esquema): string | undefined {
  const { properties = {} } = resolver(esquemas, items);
  return Object.keys(properties).find((nome) => resolver(esquemas, properties[nome]!).enum);
}

function umDeCada(fontes: Fontes, { items = {} }: Esquema, chave: string): Valor {
  const opcoes = resolver(fontes.esquemas, resolver(fontes.esquemas, items).properties![chave]!).enum!;
  const presenca = fontes.sorte.um([0, 20, 100]);
  return opcoes
    .filter(() => fontes.sorte.chance(presenca))
    .map((opcao) => ({ ...(valorValido(fontes, items, '') as object), [chave]: opcao }));
}

/** Most often something recent that nothing else names yet: what is taken serves few. */
function idDe({ acervo, sorte }: Fontes, colecao: string): Valor {
  const registros = acervo.de(colecao);
  if (registros.length === 0) return ID_DE_NINGUEM;
  const recentes = registros.slice(-12).filter(({ dados }) => dados['ativo'] !== false);
  const menosUsado = Math.min(...recentes.map(({ usos }) => usos));
  const novos = recentes.filter(({ usos }) => usos === menosUsado);
  const escolhido = sorte.um(
    [novos, novos, recentes, registros].filter(
      (lista) => lista.length > 0 && (lista === registros || sorte.chance(75)),
    )[0]!,
  );
  escolhido.usos += 1;
  return referenciaA(escolhido);
}

export const referenciaA = ({ referencia }: Registro): Valor => referencia ?? ID_DE_NINGUEM;

function inteiro(sorte: Sorte, { minimum = 0, maximum = 1_000 }: Esquema): number {
  const pequeno = Math.min(maximum, Math.max(minimum, sorte.inteiro(0, 60)));
  return sorte.um([pequeno, pequeno, pequeno, minimum, maximum]);
}

function texto(fontes: Fontes, esquema: Esquema, campo: string): string {
  const { sorte, acervo } = fontes;
  const { format, pattern, minLength, maxLength } = esquema;
  const especie = [campo, format, pattern, minLength, maxLength].join(' ');
  const usados = acervo.usados(especie);
  if (usados.length > 0 && sorte.chance(8)) return sorte.um(usados);
  const novo = textoNovo(sorte, esquema);
  acervo.lembrarValor(especie, novo);
  return novo;
}

function textoNovo(
  sorte: Sorte,
  { format, pattern, example, minLength = 0, maxLength = 200 }: Esquema,
): string {
  const formato = format === undefined ? undefined : FORMATOS[format];
  if (formato) return sorte.de(formato.valores);
  if (pattern !== undefined) return sorte.de(fc.stringMatching(new RegExp(pattern)));
  if (typeof example === 'string' && sorte.chance(15)) return example;
  const inicio = `${sorte.de(TEXTO_COMUM)} ${sorte.inteiro(0, 46_655).toString(36)}`;
  const curto = [...inicio].slice(0, maxLength).join('').trim();
  const tamanho = [...curto].length;
  const alvo = sorte.chance(10) ? maxLength : minLength;
  return curto + 'm'.repeat(Math.max(0, alvo - tamanho));
}
