import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  isEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { diaValido } from '../tempo/calendario.js';

/**
 * One decorator per field of a body, a query or an answer: it validates (with the limits of the column),
 * normalises, and documents in Swagger. Messages are for people, in Portuguese.
 */
export interface OpcoesDoCampo {
  readonly descricao?: string;
  readonly exemplo?: unknown;
  readonly opcional?: boolean;
  /** May be sent as null (PATCH that clears, answers without value). */
  readonly nulo?: boolean;
}

/** Ids are 32-bit integers in every database. */
export const MAIOR_INTEIRO = 2_147_483_647;

/** Base of every field: documentation, and whether it may be absent or null. */
export function campo(
  opcoes: OpcoesDoCampo,
  documentacao: ApiPropertyOptions,
  ...regras: PropertyDecorator[]
): PropertyDecorator {
  const presenca: PropertyDecorator[] = opcoes.opcional && opcoes.nulo ? [IsOptional()] : [];
  if (opcoes.opcional && !opcoes.nulo) presenca.push(ValidateIf((_, valor) => valor !== undefined));
  if (!opcoes.opcional && opcoes.nulo) presenca.push(ValidateIf((_, valor) => valor !== null));
  return applyDecorators(
    ApiProperty({
      ...(documentacao as object),
      required: !opcoes.opcional,
      ...(opcoes.nulo ? { nullable: true } : {}),
      ...(opcoes.descricao === undefined ? {} : { description: opcoes.descricao }),
      ...(opcoes.exemplo === undefined ? {} : { example: opcoes.exemplo }),
    }),
    ...presenca,
    ...regras,
  );
}

/** Applies `converter` to texts only; anything else is left for the validators to refuse. */
export const normalizar = (converter: (texto: string) => unknown): PropertyDecorator =>
  Transform(({ value }): unknown => (typeof value === 'string' ? converter(value) : value));

/** Something can be seen: not only spaces, marks and formatting. */
const comAlgoVisivel = /[^\p{Z}\p{C}]/u;

const semControle = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]*$/u;

/** Counted as a column counts them: the library's own MaxLength leaves those that are not seen out. */
export const MaximoDeCaracteres = (max: number, opcoes: ValidationOptions = {}): PropertyDecorator =>
  ValidateBy(
    {
      name: 'maximoDeCaracteres',
      validator: {
        validate: (valor: unknown) =>
          typeof valor === 'string' && (valor.length <= max || [...valor].length <= max),
        defaultMessage: () => `deve ter no máximo ${max} caracteres.`,
      },
    },
    opcoes,
  );

/** Trimmed text of `min` (1) to `max` characters; control characters and broken surrogates are refused. */
export function Texto(
  opcoes: OpcoesDoCampo & { max: number; min?: number; padrao?: RegExp; formato?: string },
): PropertyDecorator {
  const { max, min = 1, padrao, formato } = opcoes;
  return campo(
    opcoes,
    { type: String, maxLength: max, minLength: min, ...(padrao ? { pattern: padrao.source } : {}) },
    normalizar((texto) => texto.trim()),
    ...(padrao ? [Matches(padrao, { message: `deve ter o formato ${formato ?? padrao.source}.` })] : []),
    MaximoDeCaracteres(max),
    ...(min > 0 ? [Matches(comAlgoVisivel, { message: 'não pode ficar vazio.' })] : []),
    MinLength(min, { message: min === 1 ? 'não pode ficar vazio.' : `deve ter ao menos ${min} caracteres.` }),
    Matches(semControle, { message: 'contém caracteres inválidos.' }),
    IsString({ message: 'deve ser um texto.' }),
  );
}

/** A text that `normalizador` brings to its stored form and `valido` judges (CPF, CNPJ, CID…). */
export function Identificador(
  opcoes: OpcoesDoCampo & {
    max: number;
    /** Name of the shape, in the document. */
    formato?: string;
    normalizador: (texto: string) => string;
    valido: (texto: string) => boolean;
    mensagem: string;
  },
): PropertyDecorator {
  return campo(
    opcoes,
    { type: String, maxLength: opcoes.max, ...(opcoes.formato ? { format: opcoes.formato } : {}) },
    normalizar(opcoes.normalizador),
    ValidateBy({
      name: 'identificador',
      validator: {
        validate: (valor: unknown) =>
          typeof valor === 'string' && valor.length <= opcoes.max && opcoes.valido(valor),
        defaultMessage: () => opcoes.mensagem,
      },
    }),
  );
}

export function Email(opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    opcoes,
    { type: String, format: 'email', maxLength: 254 },
    normalizar((texto) => texto.trim().toLowerCase()),
    MaximoDeCaracteres(254),
    ValidateBy({
      name: 'email',
      validator: {
        // The library throws at half a character.
        validate: (valor: unknown) =>
          typeof valor === 'string' &&
          semControle.test(valor) &&
          isEmail(valor, { require_tld: false, allow_utf8_local_part: false }),
        defaultMessage: () => 'deve ser um endereço de e-mail válido.',
      },
    }),
  );
}

export function Inteiro(
  opcoes: OpcoesDoCampo & { min?: number; max?: number; naConsulta?: boolean } = {},
): PropertyDecorator {
  const { min = -MAIOR_INTEIRO, max = MAIOR_INTEIRO } = opcoes;
  const faixa = { message: `deve ser um número inteiro entre ${min} e ${max}.` };
  return campo(
    opcoes,
    { type: 'integer', minimum: min, maximum: max },
    ...(opcoes.naConsulta
      ? [normalizar((texto) => (/^-?\d{1,15}$/.test(texto) ? Number(texto) : texto))]
      : []),
    Max(max, faixa),
    Min(min, faixa),
    IsInt(faixa),
  );
}

/** The id of another record. */
export function IdDe(
  coisa: string,
  opcoes: OpcoesDoCampo & { naConsulta?: boolean } = {},
): PropertyDecorator {
  return Inteiro({ exemplo: 1, descricao: `Identificador de ${coisa}.`, ...opcoes, min: 1 });
}

export function Logico(opcoes: OpcoesDoCampo & { naConsulta?: boolean } = {}): PropertyDecorator {
  return campo(
    opcoes,
    { type: Boolean },
    ...(opcoes.naConsulta
      ? [normalizar((texto) => (texto === 'true' ? true : texto === 'false' ? false : texto))]
      : []),
    IsBoolean({ message: 'deve ser true ou false.' }),
  );
}

export function Opcao(valores: readonly string[], opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    { exemplo: valores[0], ...opcoes },
    { enum: [...valores], type: String },
    IsIn([...valores], { message: `deve ser um destes: ${valores.join(', ')}.` }),
  );
}

/** Civil day `YYYY-MM-DD` that exists. */
export function Dia(opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    { exemplo: '2026-06-01', ...opcoes },
    { type: String, format: 'date' },
    ValidateBy({
      name: 'dia',
      validator: {
        validate: (valor: unknown) =>
          typeof valor === 'string' && diaValido(valor) && valor >= '1850-01-01' && valor <= '2200-12-31',
        defaultMessage: () => 'deve ser uma data existente no formato AAAA-MM-DD.',
      },
    }),
  );
}

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339 instant with any offset; the property holds a `Date`. One that may be left out has no example: see `comExemplosDosCorpos`. */
export function Instante(opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    { ...(opcoes.opcional ? {} : { exemplo: '2026-06-01T10:00:00-03:00' }), ...opcoes },
    { type: String, format: 'date-time' },
    Transform(({ value }): unknown => {
      const dia = typeof value === 'string' ? RFC_3339.exec(value)?.[1] : undefined;
      return dia !== undefined && diaValido(dia) && dia >= '1900-01-01' && dia <= '2200-12-31'
        ? new Date(value as string)
        : value;
    }),
    ValidateBy({
      name: 'instante',
      validator: {
        validate: (valor: unknown) => valor instanceof Date && !Number.isNaN(valor.getTime()),
        defaultMessage: () =>
          'deve ser um instante que existe, com fuso e entre 1900 e 2200, como 2026-06-01T10:00:00-03:00.',
      },
    }),
  );
}

/** The largest sum, in reais, whose centavos are exact: days of prices may pass the limit of one price. */
export const MAIOR_SOMA = 90_000_000_000_000;

/** Money in reais, at most two decimals; see `paraCentavos`. */
export function Dinheiro(opcoes: OpcoesDoCampo & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 999_999_999.99 } = opcoes;
  const mensagem = `deve ser um valor em reais, a partir de ${min}, com no máximo duas casas decimais.`;
  return campo(
    { exemplo: 350.5, ...opcoes },
    { type: Number, minimum: min, maximum: max },
    Max(max, { message: mensagem }),
    Min(min, { message: mensagem }),
    IsNumber({ maxDecimalPlaces: 2, allowNaN: false, allowInfinity: false }, { message: mensagem }),
  );
}

export function Objeto(classe: () => new () => object, opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    opcoes,
    { type: () => classe() },
    ValidateNested({ message: 'deve ser um objeto válido.' }),
    IsObject({ message: 'deve ser um objeto.' }),
    Type(classe),
  );
}

export function Lista(
  classe: () => new () => object,
  opcoes: OpcoesDoCampo & { max?: number } = {},
): PropertyDecorator {
  const { max = 1000 } = opcoes;
  return campo(
    opcoes,
    { type: () => classe(), isArray: true, maxItems: max },
    ValidateNested({ each: true, message: 'deve ser uma lista de objetos válidos.' }),
    IsObject({ each: true, message: 'deve ser uma lista de objetos.' }),
    ArrayMaxSize(max, { message: `deve ter no máximo ${max} itens.` }),
    IsArray({ message: 'deve ser uma lista.' }),
    Type(classe),
  );
}

export function ListaDeIds(coisa: string, opcoes: OpcoesDoCampo & { max?: number } = {}): PropertyDecorator {
  const { max = 100 } = opcoes;
  const mensagem = `deve ser uma lista de identificadores de ${coisa}.`;
  return campo(
    { exemplo: [1], ...opcoes },
    { type: 'array', items: { type: 'integer', minimum: 1, maximum: MAIOR_INTEIRO }, maxItems: max },
    Max(MAIOR_INTEIRO, { each: true, message: mensagem }),
    Min(1, { each: true, message: mensagem }),
    IsInt({ each: true, message: mensagem }),
    ArrayMaxSize(max, { message: `deve ter no máximo ${max} itens.` }),
    IsArray({ message: mensagem }),
  );
}
