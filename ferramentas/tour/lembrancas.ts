import type { Json } from './passo.js';
import type { Resposta } from './cliente.js';

const LACUNA = /\{(\w+)(?:([+-]\d+)(h|min))?\}/g;
const SO_LACUNA = /^\{(\w+)\}$/;
const MS = { h: 3_600_000, min: 60_000 };

/** What the story learned on the way, and fills in later requests and expectations. */
export class Lembrancas {
  readonly #valores: Map<string, Json>;

  constructor(iniciais: Readonly<Record<string, Json>>) {
    this.#valores = new Map(Object.entries(iniciais));
  }

  tem(nome: string): boolean {
    return this.#valores.has(nome);
  }

  /** Keeps parts of an answer, and says which of them did not come. */
  guardar(nomes: Readonly<Record<string, string>>, resposta: Resposta): string[] {
    return Object.entries(nomes).flatMap(([nome, onde]) => {
      const valor = onde.startsWith('@') ? resposta.cabecalhos.get(onde.slice(1)) : ler(resposta.data, onde);
      if (valor === null || valor === undefined) return [`não veio ${onde}`];
      this.#valores.set(nome, valor);
      return [];
    });
  }

  /** The same value with every `{name}` filled in; alone in its text, it keeps its type. */
  preencher<T extends Json>(valor: T): T;
  preencher(valor: Json): Json {
    if (typeof valor === 'string') return this.#texto(valor);
    if (typeof valor !== 'object' || valor === null) return valor;
    if (lista(valor)) return valor.map((item) => this.preencher(item));
    return Object.fromEntries(Object.entries(valor).map(([campo, item]) => [campo, this.preencher(item)]));
  }

  #texto(texto: string): Json {
    const [, sozinho] = SO_LACUNA.exec(texto) ?? [];
    if (sozinho !== undefined) return this.#obter(sozinho);
    return texto.replace(LACUNA, (_, nome: string, quanto?: string, unidade?: keyof typeof MS) => {
      const valor = comoTexto(this.#obter(nome));
      if (quanto === undefined || unidade === undefined) return valor;
      return new Date(Date.parse(valor) + Number(quanto) * MS[unidade]).toISOString();
    });
  }

  #obter(nome: string): Json {
    const valor = this.#valores.get(nome);
    if (valor === undefined) throw new Error(`nothing was kept as ${nome}`);
    return valor;
  }
}

/** Names that a part of the story refers to. */
export const lacunasDe = (parte: unknown): string[] =>
  [...JSON.stringify(parte).matchAll(LACUNA)].map(([, nome]) => nome!);

const comoTexto = (valor: Json): string => (typeof valor === 'string' ? valor : JSON.stringify(valor));

const lista = (valor: Json): valor is readonly Json[] => Array.isArray(valor);

function ler(valor: Json | undefined, caminho: string): Json | undefined {
  return caminho
    .split('.')
    .reduce<Json | undefined>(
      (atual, campo) =>
        typeof atual === 'object' && atual !== null ? (atual as Record<string, Json>)[campo] : undefined,
      valor,
    );
}
