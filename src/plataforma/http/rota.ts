import {
  applyDecorators,
  createParamDecorator,
  Header,
  HttpCode,
  type ExecutionContext,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { DeclaracaoDeAuditoria } from '../auditoria/mutacao.js';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import type { Autor, Papel } from '../seguranca/autor.js';
import type { Alvo } from '../seguranca/donos-dos-registros.js';
import { MAIOR_INTEIRO } from './campos.js';
import { idValido } from './id-valido.js';
import { ErroDaApi } from './erro-da-api.js';
import { respostaDeErro } from './erros-no-documento.js';

export const METADADO_DE_ACESSO = Symbol('acesso');
export const METADADO_DE_ALVO = Symbol('alvo');
export const METADADO_DE_VERSAO = Symbol('versao');
export const METADADO_DE_PAI = Symbol('pai');
export const METADADO_DE_FORMA = Symbol('forma');
export const METADADO_DE_RESPOSTA = Symbol('resposta');
export const METADADO_DE_SIGILO = Symbol('sigilosa');

/** Marks, in the OpenAPI document under construction, an operation on a versioned record. */
export const EXTENSAO_DE_VERSAO = 'x-versao';
/** The same, one whose answer nobody keeps. */
export const EXTENSAO_DE_SIGILO = 'x-sigilosa';

/** Who may call a route: everybody, or any of these roles (ADMIN always may). */
export type Acesso = 'publico' | 'autenticado' | readonly Papel[];

/** 200 with one resource, 200 with a page, 201 with `Location`, 204. */
export type Forma = 'um' | 'lista' | 'criado' | 'vazio';

/** What the envelope of its answers, and its row of the audit trail, depend on. */
export interface ConfiguracaoDaRota {
  readonly forma: Forma;
  readonly versionada: boolean;
  readonly auditoria?: DeclaracaoDeAuditoria | 'propria';
  readonly local?: string | undefined;
  readonly alvo: string | null;
  readonly responde: Type<unknown> | undefined;
}

export interface DeclaracaoDeRota {
  readonly resumo: string;
  readonly descricao?: string;
  readonly acesso: Acesso;
  /**
   * What the `{id}` of the path names or, without one, what a list or a new record is, so that nobody reaches one that is
   * not theirs to see, nor any more when its answer is told again; `livre`: what is of no patient. `pendencia`: what is open even to who must first change the
   * password or enrol a second factor.
   */
  readonly alvo?: Alvo | 'pendencia';
  readonly responde?: Type<unknown>;
  readonly forma?: Forma;
  /** Where a new resource is, when not under the address of the request by its id. */
  readonly local?: string;
  /**
   * Table of the record that the last parameter of the path names, which has `versao` (no parameter: its only
   * row). The answer, which must have `versao` too, carries it as `ETag`; `If-Match` is honoured.
   */
  readonly versao?: string;
  /** Column of that table with the `{id}` of the address, when what has the version is named after it. */
  readonly pai?: string;
  /** Its answer holds a secret: nobody keeps it, neither on the way (`no-store`) nor for an Idempotency-Key. */
  readonly sigilosa?: boolean;
  /**
   * What the audit trail calls this change, where its address does not say it; `propria`: the use case itself writes
   * its rows (`RegistroDeAuditoria`), because a refusal leaves one too, or no success does.
   */
  readonly auditoria?: DeclaracaoDeAuditoria | 'propria';
  /** What may refuse it, besides the errors every route has. */
  readonly erros?: readonly (404 | 409 | 412 | 422 | 429)[];
}

/** Declares a route: who may call it, what it answers, which status it uses. A route without it does not start. */
export function Rota(declaracao: DeclaracaoDeRota): MethodDecorator {
  const { acesso, responde, forma = 'um' } = declaracao;
  const fechada = acesso !== 'publico';
  const erros = [
    400,
    ...(fechada ? [401] : []),
    ...(typeof acesso === 'string' ? [] : [403]),
    405,
    ...(declaracao.erros ?? []),
    413,
    415,
    500,
    503,
  ];
  return applyDecorators(
    SetMetadata(METADADO_DE_ACESSO, acesso),
    SetMetadata(METADADO_DE_FORMA, forma),
    ...(declaracao.pai ? [SetMetadata(METADADO_DE_PAI, declaracao.pai)] : []),
    ...(responde ? [SetMetadata(METADADO_DE_RESPOSTA, responde)] : []),
    ...(declaracao.alvo ? [SetMetadata(METADADO_DE_ALVO, declaracao.alvo)] : []),
    ...(declaracao.sigilosa
      ? [
          SetMetadata(METADADO_DE_SIGILO, true),
          Header('Cache-Control', 'no-store'),
          ApiExtension(EXTENSAO_DE_SIGILO, true),
        ]
      : []),
    RouteConfig({
      plantao: {
        forma,
        versionada: declaracao.versao !== undefined,
        local: declaracao.local,
        ...(declaracao.auditoria ? { auditoria: declaracao.auditoria } : {}),
        alvo: declaracao.alvo ?? null,
        responde,
      },
    }),
    ...(declaracao.versao
      ? [SetMetadata(METADADO_DE_VERSAO, declaracao.versao), ApiExtension(EXTENSAO_DE_VERSAO, true)]
      : []),
    HttpCode({ um: 200, lista: 200, criado: 201, vazio: 204 }[forma]),
    ApiOperation({ summary: declaracao.resumo, description: textoDeAcesso(declaracao) }),
    ApiExtraModels(ErroDaApi, ...(responde ? [responde] : [])),
    ...(fechada ? [ApiBearerAuth()] : []),
    resposta(forma, responde),
    ...[...new Set(erros)].map((status) => ApiResponse({ status, ...respostaDeErro(status) })),
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

const SUCESSO: Readonly<Record<Forma, { status: number; description: string }>> = {
  um: { status: 200, description: 'O registro, como está agora.' },
  lista: { status: 200, description: 'Uma página da lista.' },
  criado: { status: 201, description: 'Criado: o registro, como nasceu.' },
  vazio: { status: 204, description: 'Feito. A resposta não tem corpo.' },
};

const META = {
  type: 'object',
  required: ['limite', 'proximoCursor'],
  properties: {
    limite: { type: 'integer', example: 20, description: 'Quantos itens cabem na página.' },
    proximoCursor: {
      type: 'string',
      nullable: true,
      example: null,
      description: 'Para pedir a página seguinte, em `cursor`; nulo na última.',
    },
  },
};

function resposta(forma: Forma, responde?: Type<unknown>): MethodDecorator {
  const sucesso = SUCESSO[forma];
  if (forma === 'vazio') return ApiResponse(sucesso);
  // Not in the envelope: the route itself says what it answers.
  if (!responde) return applyDecorators();
  const item = { $ref: getSchemaPath(responde) };
  const properties = {
    data: forma === 'lista' ? { type: 'array', items: item } : item,
    ...(forma === 'lista' ? { meta: META } : {}),
  };
  return ApiResponse({
    ...sucesso,
    schema: { type: 'object', required: Object.keys(properties), properties },
    ...(forma === 'criado'
      ? { headers: { Location: { schema: { type: 'string' }, description: 'O endereço do registro.' } } }
      : {}),
  });
}

/** The `{id}` of the path; what is no id is answered like an id that does not exist. */
const idDaRota = createParamDecorator((nome: string, contexto: ExecutionContext): number => {
  const texto =
    (contexto.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>)[nome] ?? '';
  const id = idValido(texto);
  if (id === null) throw naoEncontrado('PLATAFORMA.ID_INVALIDO', 'Não há registro com esse identificador.');
  return id;
});

export const IdDaRota =
  (nome = 'id', { exemplo = 1, de = 'registro' } = {}): ParameterDecorator =>
  (alvo, metodo, posicao) => {
    idDaRota(nome)(alvo, metodo, posicao);
    ApiParam({
      name: nome,
      description: `Identificador do ${de}.`,
      schema: { type: 'integer', minimum: 1, maximum: MAIOR_INTEIRO, example: exemplo },
    })(alvo, metodo!, Object.getOwnPropertyDescriptor(alvo, metodo!)!);
  };

/** Who is acting, from the token. */
export const AutorAtual = createParamDecorator(
  (_: unknown, contexto: ExecutionContext): Autor =>
    contexto.switchToHttp().getRequest<{ autor: Autor }>().autor,
);
