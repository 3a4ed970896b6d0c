import { hash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { inteiro, travar } from '../../banco/dialeto.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { GUARDADA_POR_QUEM_PEDIU } from './cabecalhos-de-seguranca.js';
import { METADADO_DE_PAI, METADADO_DE_VERSAO } from './rota.js';

const LISTA_DE_ETAGS = /^\s*(\*|(W\/)?"[\x21\x23-\x7e]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e]*")*)\s*$/;
/** Larger than any id: names no record. */
const ID = /^[1-9]\d{0,9}$/;

/**
 * `If-Match` on changes: the version is compared with the row, held in the transaction in which the change then
 * happens (412). For which routes, `@Rota({ versao })` says.
 */
@Injectable()
export class Versoes implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unidade: UnidadeDeTrabalho,
  ) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const tabela = this.reflector.get<string | undefined>(METADADO_DE_VERSAO, contexto.getHandler());
    const requisicao = contexto.switchToHttp().getRequest<FastifyRequest>();
    const esperadas = tabela === undefined ? null : lerIfMatch(requisicao.headers['if-match']);
    if (esperadas === null || tabela === undefined) return proximo.handle();
    const pai = this.reflector.get<string | undefined>(METADADO_DE_PAI, contexto.getHandler());
    const trabalho = this.unidade.executar(async (tx) => {
      await exigirVersao(tx, { tabela, pai }, idsDoCaminho(requisicao), esperadas);
      return firstValueFrom<unknown, undefined>(proximo.handle(), { defaultValue: undefined });
    });
    return from(trabalho);
  }
}

/** Holds the row until the end of the transaction. What does not exist is left for the route to say so. */
async function exigirVersao(
  tx: Transacao,
  { tabela, pai }: { readonly tabela: string; readonly pai: string | undefined },
  ids: readonly number[],
  esperadas: readonly string[],
): Promise<void> {
  const id = ids.at(-1);
  const onde = id === undefined ? '' : ` WHERE id = ?${pai === undefined ? '' : ` AND ${pai} = ?`}`;
  const [linha] = await tx.consultar(
    `SELECT versao FROM ${tabela}${onde}${travar(tx.motor)}`,
    id === undefined ? [] : pai === undefined ? [id] : [id, ids[0]!],
  );
  if (!linha || esperadas.includes('*') || esperadas.includes(String(inteiro(linha.versao)))) return;
  throw new ErroDeDominio(
    'versao_obsoleta',
    'PLATAFORMA.VERSAO_OBSOLETA',
    'O registro mudou desde que você o leu. Nada foi gravado: leia-o de novo e refaça a alteração.',
    'If-Match',
  );
}

/** The ids of the address, in its order. */
const idsDoCaminho = ({ params }: FastifyRequest): number[] =>
  Object.values((params ?? {}) as Record<string, string>).map((id) => (ID.test(id) ? Number(id) : 0));

/** The versions that the caller accepts (`*` for any); null when he does not say. What follows the `-` is of the reading. */
function lerIfMatch(cabecalho: string | undefined): string[] | null {
  if (cabecalho === undefined) return null;
  if (!LISTA_DE_ETAGS.test(cabecalho))
    throw new ErroDeDominio(
      'requisicao_ilegivel',
      'PLATAFORMA.ETAG_INVALIDO',
      'O cabeçalho If-Match deve trazer o ETag como veio na resposta, entre aspas, ou *.',
      'If-Match',
    );
  return semFraqueza(cabecalho).map((etag) => etag.replace(/^"|(-[^"]*)?"$/g, ''));
}

/** Proxies mark as weak what they compress. */
const semFraqueza = (cabecalho: string): string[] =>
  cabecalho.split(',').map((etag) => etag.trim().replace(/^W\//, ''));

/**
 * Completes each ETag with a digest of what is sent: an answer may show other records too, whose changes the
 * version does not count. A read whose `If-None-Match` has it is answered 304, without the body.
 */
export function instalarEtags(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (requisicao, resposta, corpo, pronto) => {
    const versao = resposta.getHeader('etag');
    if (typeof versao !== 'string' || typeof corpo !== 'string') return pronto(null, corpo);
    const etag = `${versao.slice(0, -1)}-${hash('sha1', corpo, 'base64url').slice(0, 12)}"`;
    void resposta.header('ETag', etag).header('Cache-Control', GUARDADA_POR_QUEM_PEDIU);
    const conhecidas = requisicao.method === 'GET' ? requisicao.headers['if-none-match'] : undefined;
    const igual = conhecidas !== undefined && semFraqueza(conhecidas).some((e) => e === '*' || e === etag);
    if (igual) void resposta.status(304).removeHeader('content-type');
    pronto(null, igual ? null : corpo);
  });
}
