import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  type ExecutionContext,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import type { Autor, Papel } from '../seguranca/autor.js';
import { MAIOR_INTEIRO } from './campos.js';
import { ErroDaApi } from './erro-da-api.js';

export const METADADO_DE_ACESSO = Symbol('acesso');
export const METADADO_DE_FORMA = Symbol('forma');
export const METADADO_DE_VERSAO = Symbol('versao');

/** Marks, in the OpenAPI document under construction, an operation on a versioned record. */
export const EXTENSAO_DE_VERSAO = 'x-versao';

/** Who may call a route: everybody, or any of these roles (ADMIN always may). */
export type Acesso = 'publico' | 'autenticado' | readonly Papel[];

/** 200 with one resource, 200 with a page, 201 with `Location`, 204. */
export type Forma = 'um' | 'lista' | 'criado' | 'vazio';

export interface DeclaracaoDeRota {
  readonly resumo: string;
  readonly descricao?: string;
  readonly acesso: Acesso;
  readonly responde?: Type<unknown>;
  readonly forma?: Forma;
  /**
   * Table of the record that the last parameter of the path names, which has `versao` (no parameter: its only
   * row). The answer, which must have `versao` too, carries it as `ETag`; `If-Match` is honoured.
   */
  readonly versao?: string;
  /** What may refuse it, besides the errors every route has. */
  readonly erros?: readonly (404 | 409 | 412 | 422 | 429)[];
}

const FRASE: Record<number, string> = {
  400: 'A requisição não pôde ser lida (parâmetro, cursor ou JSON).',
  401: 'Falta um token válido.',
  403: 'Seu perfil não permite esta ação.',
  404: 'O registro não existe.',
  405: 'O endereço existe, mas não aceita este método; `Allow` diz quais aceita.',
  409: 'O estado atual, ou outro registro, não permite.',
  412: 'O registro mudou desde que você o leu.',
  413: 'O corpo é grande demais.',
  415: 'Envie o corpo em application/json.',
  422: 'Um campo está errado ou uma regra não foi cumprida.',
  429: 'Tentativas demais; espere e repita.',
  500: 'Falha nossa; informe o `correlationId`.',
  503: 'Indisponível agora; repita depois de `Retry-After` segundos.',
};

/** Declares a route: who may call it, what it answers, which status it uses. A route without it does not start. */
export function Rota(declaracao: DeclaracaoDeRota): MethodDecorator {
  const { acesso, responde, forma = 'um' } = declaracao;
  const fechada = acesso !== 'publico';
  const erros = [400, ...(fechada ? [401, 403] : []), 405, ...(declaracao.erros ?? []), 413, 415, 500, 503];
  return applyDecorators(
    SetMetadata(METADADO_DE_ACESSO, acesso),
    SetMetadata(METADADO_DE_FORMA, forma),
    ...(declaracao.versao
      ? [SetMetadata(METADADO_DE_VERSAO, declaracao.versao), ApiExtension(EXTENSAO_DE_VERSAO, true)]
      : []),
    HttpCode({ um: 200, lista: 200, criado: 201, vazio: 204 }[forma]),
    ApiOperation({ summary: declaracao.resumo, description: textoDeAcesso(declaracao) }),
    ApiExtraModels(ErroDaApi, ...(responde ? [responde] : [])),
    ...(fechada ? [ApiBearerAuth()] : []),
    ApiHeader({
      name: 'x-correlation-id',
      required: false,
      description: 'Identificador seu para acompanhar o pedido; volta na resposta.',
    }),
    resposta(forma, responde),
    ...[...new Set(erros)].map((status) =>
      ApiResponse({ status, description: FRASE[status]!, schema: { $ref: getSchemaPath(ErroDaApi) } }),
    ),
  );
}

function textoDeAcesso({ acesso, descricao }: DeclaracaoDeRota): string {
  const quem =
    acesso === 'publico'
      ? 'Aberta.'
      : acesso === 'autenticado'
        ? 'Qualquer pessoa autenticada.'
        : `Perfis: ${[...new Set(['ADMIN', ...acesso])].join(', ')}.`;
  return descricao ? `${descricao}\n\n${quem}` : quem;
}

function resposta(forma: Forma, responde?: Type<unknown>): MethodDecorator {
  if (forma === 'vazio' || !responde)
    return ApiResponse({ status: forma === 'vazio' ? 204 : 200, description: 'Feito.' });
  const item = { $ref: getSchemaPath(responde) };
  const data = forma === 'lista' ? { type: 'array', items: item } : item;
  const meta = {
    type: 'object',
    required: ['limite', 'proximoCursor'],
    properties: {
      limite: { type: 'integer', example: 20 },
      proximoCursor: { type: 'string', nullable: true, example: null },
    },
  };
  return ApiResponse({
    status: forma === 'criado' ? 201 : 200,
    description: forma === 'criado' ? 'Criado.' : 'Feito.',
    schema: {
      type: 'object',
      required: forma === 'lista' ? ['data', 'meta'] : ['data'],
      properties: { data, ...(forma === 'lista' ? { meta } : {}) },
    },
  });
}

/** The `{id}` of the path; what is no id is answered like an id that does not exist. */
const idDaRota = createParamDecorator((nome: string, contexto: ExecutionContext): number => {
  const texto =
    (contexto.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>)[nome] ?? '';
  const id = /^[1-9]\d{0,9}$/.test(texto) ? Number(texto) : Number.NaN;
  if (!(id <= MAIOR_INTEIRO))
    throw naoEncontrado('PLATAFORMA.ID_INVALIDO', 'Não há registro com esse identificador.');
  return id;
});

export const IdDaRota =
  (nome = 'id'): ParameterDecorator =>
  (alvo, metodo, posicao) => {
    idDaRota(nome)(alvo, metodo, posicao);
    ApiParam({ name: nome, schema: { type: 'integer', minimum: 1, maximum: MAIOR_INTEIRO, example: 1 } })(
      alvo,
      metodo!,
      Object.getOwnPropertyDescriptor(alvo, metodo!)!,
    );
  };

/** Who is acting, from the token. */
export const AutorAtual = createParamDecorator(
  (_: unknown, contexto: ExecutionContext): Autor =>
    contexto.switchToHttp().getRequest<{ autor: Autor }>().autor,
);
