import type { Documento, Operacao } from './documento.js';

/** A path whose records have addresses of their own: `/v1/leitos`, `/v1/leitos/{id}/planos`. */
export type Colecao = string;

/** Which records the ids of requests name, told from the names alone. */
export class Ligacoes {
  readonly #colecoes: readonly Colecao[];

  constructor({ operacoes }: Documento) {
    const modelos = operacoes.map(({ modelo }) => /^(.*)\/\{\w+\}$/.exec(modelo)?.[1]);
    this.#colecoes = [...new Set(modelos.filter((modelo) => modelo !== undefined))];
  }

  eColecao(modelo: string): boolean {
    return this.#colecoes.includes(modelo);
  }

  /** What the parameter of a path names: the collection that stands before it. */
  doCaminho(modelo: string, parametro: string): Colecao {
    return modelo.slice(0, modelo.indexOf(`/{${parametro}}`));
  }

  /** What `leitoId` or `especialidadeIds` names; undefined where no collection is called so. */
  doCampo(nome: string): Colecao | undefined {
    const raiz = /^(.+)Ids?$/.exec(nome)?.[1];
    if (raiz === undefined) return undefined;
    const plurais = pluraisDe(raiz);
    return this.#colecoes
      .filter((colecao) => plurais.includes(colecao.split('/').pop()!))
      .sort((a, b) => a.length - b.length)[0];
  }

  /** The collection that an operation is about, by the last id of its path, or by its whole path. */
  daOperacao({ modelo }: Operacao): Colecao | undefined {
    const comId = /^(.*)\/\{\w+\}(?:\/[^{}]*)?$/.exec(modelo)?.[1];
    return this.eColecao(modelo) ? modelo : comId;
  }
}

/** The plurals of Portuguese that a name may have: `setor`, `solicitacao`, `leito`. */
const pluraisDe = (nome: string): string[] => [
  `${nome}s`,
  `${nome}es`,
  nome.replace(/ao$/, 'oes'),
  nome.replace(/l$/, 'is'),
  nome.replace(/m$/, 'ns'),
];

/** `reservar`, in `/v1/leitos/{id}/reservar`; undefined where the path does not end in a command. */
export const comandoDe = ({ metodo, modelo }: Operacao): string | undefined =>
  metodo === 'POST' ? /\}\/([^{}/]+)$/.exec(modelo)?.[1] : undefined;
