import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';
import type { Esquema, Esquemas } from './esquema.js';

export type Onde = 'path' | 'query' | 'header';

export interface Parametro {
  readonly nome: string;
  readonly onde: Onde;
  readonly obrigatorio: boolean;
  readonly esquema: Esquema;
}

export interface RespostaDocumentada {
  /** By media type; none: an answer without a body. */
  readonly conteudos: Readonly<Record<string, Esquema | undefined>>;
  readonly cabecalhos: readonly string[];
  readonly descricao: string;
}

export interface Operacao {
  /** `POST /v1/leitos/{id}/reservar`. */
  readonly chave: string;
  readonly metodo: string;
  /** The path as the document writes it. */
  readonly modelo: string;
  readonly parametros: readonly Parametro[];
  readonly corpo: Esquema | null;
  readonly respostas: ReadonlyMap<number, RespostaDocumentada>;
  /** Needs no token. */
  readonly aberta: boolean;
  /** Roles that may call it, as its description lists them; null: whoever has a token. */
  readonly perfis: readonly string[] | null;
}

export interface Documento {
  readonly operacoes: readonly Operacao[];
  readonly esquemas: Esquemas;
}

interface RespostaCrua {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { schema?: Esquema }>>;
  readonly headers?: object;
  readonly description?: string;
}

interface OperacaoCrua {
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { name: string; in: Onde; required?: boolean; schema: Esquema }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: Esquema }>> };
  readonly responses: Readonly<Record<string, RespostaCrua>>;
}

export interface DocumentoCru {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperacaoCrua>>>>;
  readonly components: {
    readonly schemas: Esquemas;
    readonly responses?: Readonly<Record<string, RespostaCrua>>;
  };
}

/** The committed document. */
export const documentoGuardado = (): DocumentoCru =>
  JSON.parse(readFileSync(join(RAIZ, 'openapi.json'), 'utf8')) as DocumentoCru;

export function lerDocumento({ paths, components }: DocumentoCru): Documento {
  const resposta = (crua: RespostaCrua): RespostaDocumentada => {
    const comum = crua.$ref && components.responses?.[crua.$ref.split('/').pop()!];
    const { content = {}, headers = {}, description = '' } = comum || crua;
    return {
      conteudos: Object.fromEntries(Object.entries(content).map(([tipo, { schema }]) => [tipo, schema])),
      cabecalhos: Object.keys(headers),
      descricao: description,
    };
  };
  const operacoes = Object.entries(paths).flatMap(([modelo, porMetodo]) =>
    Object.entries(porMetodo).map(([metodo, crua]): Operacao => {
      const aberta = !crua.security;
      return {
        chave: `${metodo.toUpperCase()} ${modelo}`,
        metodo: metodo.toUpperCase(),
        modelo,
        parametros: (crua.parameters ?? []).map((p) => ({
          nome: p.name,
          onde: p.in,
          obrigatorio: p.required ?? false,
          esquema: p.schema,
        })),
        corpo: Object.values(crua.requestBody?.content ?? {})[0]?.schema ?? null,
        respostas: new Map(
          Object.entries(crua.responses).map(([status, r]) => [Number(status), resposta(r)]),
        ),
        aberta,
        perfis: aberta ? null : perfisDe(crua.description),
      };
    }),
  );
  return { operacoes, esquemas: components.schemas };
}

function perfisDe(descricao = ''): string[] | null {
  const lista = /Perfis: ([A-Z, ]+)\./.exec(descricao)?.[1];
  return lista === undefined ? null : lista.split(', ');
}
