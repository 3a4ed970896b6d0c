import type { ValueProvider } from '@nestjs/common';
import { booleano, centavos, dia, inteiro, instanteEscrito, ouNulo, texto } from '../../banco/dialeto.js';
import { paraReais } from '../http/dinheiro.js';

/** How a column is read, and what it is in the document; any of them may be null. */
export interface Leitor {
  readonly ler: (valor: unknown) => unknown;
  readonly esquema: { readonly type: string; readonly format?: string };
}

const leitor = (ler: (valor: unknown) => unknown, type: string, format?: string): Leitor => ({
  ler: ouNulo(ler),
  esquema: { type, ...(format === undefined ? {} : { format }) },
});

export const INTEIRO = leitor(inteiro, 'integer');
export const TEXTO = leitor(texto, 'string');
export const INSTANTE = leitor(instanteEscrito, 'string', 'date-time');
export const DIA = leitor(dia, 'string', 'date');
export const LOGICO = leitor(booleano, 'boolean');
export const REAIS = leitor((valor) => paraReais(centavos(valor)), 'number');

/** The rows of one table that are about a person. */
export interface ParteDosDados {
  /** Its key in the exported document. */
  readonly nome: string;
  /** In Portuguese, for the person. */
  readonly descricao: string;
  readonly tabela: string;
  /** Which rows `t` of the table: SQL in which every `?` is the id of the person. */
  readonly onde: string;
  /** Column -> how it is read; the key is written in camelCase. */
  readonly campos: Readonly<Record<string, Leitor>>;
  /** Key -> SQL on `t`, for what an id alone would not tell the person. */
  readonly calculados?: Readonly<Record<string, readonly [sql: string, leitor: Leitor]>>;
  /** Column -> why the person does not get it. */
  readonly omitidos?: Readonly<Record<string, string>>;
  /** Column with the instant of each record, where it is one that the law makes the hospital keep. */
  readonly registradoEm?: string;
  /** Only names what the other parts refer to: not about the person. */
  readonly referencia?: boolean;
}

export interface DadosDoTitular {
  readonly partes?: readonly ParteDosDados[];
  /** Tables that refer to the person and are not exported -> why. */
  readonly fora?: Readonly<Record<string, string>>;
}

/** What one module holds on a person; found among the providers when the application starts. */
export class ConjuntoDeDados {
  constructor(readonly dados: DadosDoTitular) {}
}

/** The provider by which a module joins what it holds on a person to what that person may take along. */
export const dadosDoTitular = (dados: DadosDoTitular): ValueProvider => ({
  provide: Symbol('dados-do-titular'),
  useValue: new ConjuntoDeDados(dados),
});
