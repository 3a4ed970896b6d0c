import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, map, type Observable } from 'rxjs';
import { inteiro, travar } from '../../banco/dialeto.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { METADADO_DE_VERSAO } from './rota.js';

const LISTA_DE_ETAGS = /^\s*(\*|(W\/)?"[\x21\x23-\x7e]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e]*")*)\s*$/;
/** Larger than any id: names no record. */
const ID = /^[1-9]\d{0,9}$/;

/**
 * `ETag` on the answers that have a version, and `If-Match` on changes: the version is compared with the row held in the transaction in which the change then happens (412). For which
 * routes, `@Rota({ versao })` says.
 */
@Injectable()
export class Versoes implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unidade: UnidadeDeTrabalho,
  ) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const tabela = this.reflector.get<string | undefined>(METADADO_DE_VERSAO, contexto.getHandler());
    if (tabela === undefined) return proximo.handle();
    const http = contexto.switchToHttp();
    const [requisicao, resposta] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const esperadas = requisicao.method === 'GET' ? null : lerIfMatch(requisicao.headers['if-match']);
    if (esperadas === null) return proximo.handle().pipe(map(comEtag(resposta)));
    const trabalho = this.unidade.executar(async (tx) => {
      await exigirVersao(tx, tabela, idDoCaminho(requisicao), esperadas);
      return firstValueFrom<unknown, undefined>(proximo.handle(), { defaultValue: undefined });
    });
    return from(trabalho).pipe(map(comEtag(resposta)));
  }
}

/** Holds the row until the end of the transaction. What does not exist is left for the route to say so. */
async function exigirVersao(
  tx: Transacao,
  tabela: string,
  id: number | null,
  esperadas: readonly string[],
): Promise<void> {
  const onde = id === null ? '' : ' WHERE id = ?';
  const [linha] = await tx.consultar(
    `SELECT versao FROM ${tabela}${onde}${travar(tx.motor)}`,
    id === null ? [] : [id],
  );
  if (!linha || esperadas.includes('*') || esperadas.includes(etag(inteiro(linha.versao)))) return;
  throw new ErroDeDominio(
    'versao_obsoleta',
    'PLATAFORMA.VERSAO_OBSOLETA',
    `O registro mudou desde que você o leu (a versão atual é ${etag(inteiro(linha.versao))}). Nada foi gravado: leia-o de novo e refaça a alteração.`,
    'If-Match',
  );
}

/** The last id of the address; null where there is none. */
function idDoCaminho({ params }: FastifyRequest): number | null {
  const ultimo = Object.values((params ?? {}) as Record<string, string>).at(-1);
  if (ultimo === undefined) return null;
  return ID.test(ultimo) ? Number(ultimo) : 0;
}

/** The versions that the caller accepts, without the mark of weakness, which proxies add; null when he does not say. */
function lerIfMatch(cabecalho: string | undefined): string[] | null {
  if (cabecalho === undefined) return null;
  if (!LISTA_DE_ETAGS.test(cabecalho))
    throw new ErroDeDominio(
      'requisicao_ilegivel',
      'PLATAFORMA.ETAG_INVALIDO',
      'O cabeçalho If-Match deve trazer o ETag como veio na resposta, entre aspas, ou *.',
      'If-Match',
    );
  return cabecalho.split(',').map((e) => e.trim().replace(/^W\//, ''));
}

const etag = (versao: number): string => `"${versao}"`;

const comEtag =
  (resposta: FastifyReply) =>
  (corpo: unknown): unknown => {
    const versao = (corpo as { data?: { versao?: unknown } } | undefined)?.data?.versao;
    if (typeof versao === 'number') void resposta.header('ETag', etag(versao));
    return corpo;
  };

/** Answers 304, without the body, to a read whose `If-None-Match` has the version that would be sent. */
export function instalarNaoMudou(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (requisicao, resposta, corpo, pronto) => {
    const atual = resposta.getHeader('etag');
    const conhecidas = requisicao.method === 'GET' ? requisicao.headers['if-none-match'] : undefined;
    const igual =
      resposta.statusCode === 200 &&
      typeof atual === 'string' &&
      conhecidas?.split(',').some((e) => ['*', atual].includes(e.trim().replace(/^W\//, '')));
    if (igual) void resposta.status(304).removeHeader('content-type');
    pronto(null, igual ? null : corpo);
  });
}
