import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import type { Transacao } from '../../../banco/transacao.js';
import { Ambiente } from '../../../config/ambiente.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../../erros/erro-de-dominio.js';
import type { Autor } from '../../seguranca/autor.js';
import { Cofre } from '../../seguranca/cofre.js';
import { DonosDosRegistros, temDono } from '../../seguranca/donos-dos-registros.js';
import { Relogio } from '../../tempo/relogio.js';
import { envelopar, RespostaPronta } from '../envelope.js';
import { envelopeDeErro, statusDoErro } from '../envelope-de-erro.js';
import {
  exigirChave,
  guardarResposta,
  impressaoDe,
  type PedidoUnico,
  reservarChave,
  type RespostaGuardada,
  rotaDoPedido,
} from './respostas-guardadas.js';

/** A refusal that is kept, and told as it was the first time. */
export class RecusaGuardada extends Error {
  constructor(readonly resposta: RespostaGuardada) {
    super('kept refusal');
  }
}

/** Refusals that the same request would meet again; a stale version is for the client to read anew and repeat. */
const GUARDADAS = new Set([400, 403, 404, 409, 422]);

/** A refusal that is kept, or an answer told again, changes nothing: only what the route itself concludes does. */
const SEM_EFEITO_PROPRIO = { mutacao: false } as const;

type Requisicao = FastifyRequest & { readonly autor?: Autor };

type Acao = () => Promise<unknown>;

/**
 * `Idempotency-Key` on any POST: key, effect and answer commit in one transaction, so that the same user,
 * address, key and body always get the first answer, as long as what it tells of is within reach. A refusal of the domain is kept too, its effects undone; a
 * failure of ours is not kept.
 */
@Injectable()
export class Idempotencia implements NestInterceptor {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly ambiente: Ambiente,
    private readonly cofre: Cofre,
    private readonly donos: DonosDosRegistros,
  ) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const http = contexto.switchToHttp();
    const requisicao = http.getRequest<Requisicao>();
    const { method, headers, autor, url, body } = requisicao;
    const usuarioId = autor?.usuarioId;
    if (method !== 'POST' || headers['idempotency-key'] === undefined || typeof usuarioId !== 'number')
      return proximo.handle();
    const pedido = {
      usuarioId,
      rota: rotaDoPedido(url),
      chave: exigirChave(headers['idempotency-key']),
      impressao: impressaoDe(body, this.ambiente.jwtSegredo),
    };
    const resposta = http.getResponse<FastifyReply>();
    const agir = async (): Promise<unknown> => {
      const valor = await firstValueFrom<unknown, undefined>(proximo.handle(), { defaultValue: undefined });
      return valor === undefined ? undefined : envelopar(valor, requisicao, resposta);
    };
    return from(this.#responder(pedido, requisicao, resposta, agir));
  }

  async #responder(
    pedido: PedidoUnico,
    requisicao: Requisicao,
    http: FastifyReply,
    agir: Acao,
  ): Promise<unknown> {
    const { guardada, repetida } = await this.unidade.executar(async (tx) => {
      const anterior = await reservarChave(tx, this.cofre, pedido, this.relogio.agora());
      if (anterior) {
        await this.#exigirAlcance(requisicao, anterior);
        return { guardada: anterior, repetida: true };
      }
      const nova = await agirOuRecusar(tx, http, requisicao.id, agir);
      await guardarResposta(tx, this.cofre, pedido, nova);
      return { guardada: nova, repetida: false };
    }, SEM_EFEITO_PROPRIO);
    if (repetida) void http.header('Idempotency-Replayed', 'true');
    if (guardada.status >= 400) throw new RecusaGuardada(guardada);
    if (guardada.local !== null) void http.header('Location', guardada.local);
    if (guardada.etag !== null) void http.header('ETag', guardada.etag);
    return guardada.corpo === undefined ? undefined : new RespostaPronta(guardada.corpo);
  }

  /**
   * What was created is told again only to who reaches it now: care ends before the key does. The `{id}` of an address
   * the guard has asked for already.
   */
  async #exigirAlcance(
    { autor, params, routeOptions }: Requisicao,
    guardada: RespostaGuardada,
  ): Promise<void> {
    const { alvo } = routeOptions.config.plantao!;
    if (!temDono(alvo) || guardada.status >= 400 || 'id' in (params as object)) return;
    const { id } = (guardada.corpo as { data: { id: number } }).data;
    await this.donos.exigir(autor!, alvo, String(id));
  }
}

/** Runs the route under a savepoint: a refusal undoes it, and becomes the answer. */
async function agirOuRecusar(
  tx: Transacao,
  http: FastifyReply,
  correlacaoId: string,
  agir: Acao,
): Promise<RespostaGuardada> {
  try {
    const corpo = await tx.aninhar(agir);
    return {
      status: http.statusCode,
      corpo,
      local: cabecalho(http, 'location'),
      etag: cabecalho(http, 'etag'),
    };
  } catch (erro) {
    if (!(erro instanceof ErroDeDominio)) throw erro;
    const status = statusDoErro(erro);
    if (!GUARDADAS.has(status)) throw erro;
    return { status, corpo: envelopeDeErro(status, erro.itens, correlacaoId), local: null, etag: null };
  }
}

function cabecalho(http: FastifyReply, nome: string): string | null {
  const valor = http.getHeader(nome);
  return typeof valor === 'string' ? valor : null;
}
