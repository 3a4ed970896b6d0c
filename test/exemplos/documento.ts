import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** What is read of an OpenAPI schema. */
export interface Esquema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Esquema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Esquema>>;
  readonly allOf?: readonly Esquema[];
}

export interface Parametro {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Esquema;
}

interface Referencia {
  readonly $ref: string;
}

export interface Resposta {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: {
    readonly 'application/json'?: { readonly schema: Esquema; readonly example?: unknown };
  };
}

interface OperacaoEscrita {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parametro[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Esquema } } };
  readonly responses: Readonly<Record<string, Resposta | Referencia>>;
}

interface DocumentoEscrito {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly info: { readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperacaoEscrita>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Esquema>>;
    readonly responses: Readonly<Record<string, Resposta>>;
  };
}

/** One operation: a method on a path. */
export interface Operacao {
  /** `Leitos.cadastrar`. */
  readonly id: string;
  /** `POST /v1/leitos`. */
  readonly nome: string;
  readonly metodo: string;
  readonly caminho: string;
  readonly grupo: string;
  readonly resumo: string;
  readonly descricao: string;
  /** Needs a token. */
  readonly fechada: boolean;
  /** Roles that may call it, as its description says; null: any. */
  readonly perfis: readonly string[] | null;
  readonly parametros: readonly Parametro[];
  readonly corpo: Esquema | null;
  readonly respostas: Readonly<Record<string, Resposta>>;
}

/** The OpenAPI document that the running application serves. */
export class Documento {
  private constructor(private readonly escrito: DocumentoEscrito) {}

  static async ler(aplicacao: AplicacaoDeTeste): Promise<Documento> {
    const resposta = await fetch(`${aplicacao.url}/docs-json`);
    return new Documento((await resposta.json()) as DocumentoEscrito);
  }

  get grupos(): readonly string[] {
    return this.escrito.tags.map(({ name }) => name);
  }

  /** Everything that is said of the whole, before the operations. */
  get apresentacao(): readonly string[] {
    return [this.escrito.info.description, ...this.escrito.tags.map(({ description }) => description)];
  }

  get esquemas(): Readonly<Record<string, Esquema>> {
    return this.escrito.components.schemas;
  }

  /** Path templates, each with its methods. */
  get caminhos(): readonly (readonly [caminho: string, metodos: readonly string[]])[] {
    return Object.entries(this.escrito.paths).map(([caminho, operacoes]) => [
      caminho,
      Object.keys(operacoes).map((metodo) => metodo.toUpperCase()),
    ]);
  }

  get operacoes(): readonly Operacao[] {
    return Object.entries(this.escrito.paths).flatMap(([caminho, operacoes]) =>
      Object.entries(operacoes).map(([metodo, operacao]) =>
        this.#ler(caminho, metodo.toUpperCase(), operacao),
      ),
    );
  }

  /** Operations that take a body. */
  get comCorpo(): readonly (Operacao & { readonly corpo: Esquema })[] {
    return this.operacoes.flatMap((operacao) =>
      operacao.corpo ? [{ ...operacao, corpo: operacao.corpo }] : [],
    );
  }

  /** Of the operations that take the same body, the first. */
  get corposDistintos(): readonly (Operacao & { readonly corpo: Esquema })[] {
    const esquemas = this.comCorpo.map(({ corpo }) => JSON.stringify(corpo));
    return this.comCorpo.filter((_, i) => esquemas.indexOf(esquemas[i]!) === i);
  }

  /** The schema itself, where it is a reference; what stands beside the reference (`nullable`) prevails. */
  resolver(esquema: Esquema): Esquema {
    const { $ref, allOf, ...resto } = esquema;
    const referido = $ref ?? allOf?.[0]?.$ref;
    if (referido === undefined) return esquema;
    return { ...this.resolver(this.esquemas[referido.split('/').pop()!]!), ...resto };
  }

  #ler(caminho: string, metodo: string, escrita: OperacaoEscrita): Operacao {
    const { description = '', parameters = [], requestBody, responses, security, summary, tags } = escrita;
    const id = escrita.operationId;
    const perfis = /Perfis: ([A-Z, ]+)\./.exec(description)?.[1]?.split(', ') ?? null;
    return {
      id,
      nome: `${metodo} ${caminho}`,
      metodo,
      caminho,
      grupo: tags?.[0] ?? '',
      resumo: summary,
      descricao: description,
      fechada: security !== undefined,
      perfis,
      parametros: parameters,
      corpo: requestBody?.content['application/json'].schema ?? null,
      respostas: Object.fromEntries(
        Object.entries(responses).map(([status, resposta]) => [status, this.#resposta(resposta)]),
      ),
    };
  }

  #resposta(resposta: Resposta | Referencia): Resposta {
    return '$ref' in resposta
      ? this.escrito.components.responses[resposta.$ref.split('/').pop()!]!
      : resposta;
  }
}
