import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pagina } from './pagina.js';
import type { ConfiguracaoDaRota } from './rota.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Absent in what is not of the API: its pages, its documents. */
    plantao?: ConfiguracaoDaRota;
  }
}

/** A body that has its envelope, and whose headers are set: it goes as it is. */
export class RespostaPronta {
  constructor(readonly corpo: unknown) {}
}

/**
 * Wraps what every controller returns. In Fastify's own chain, not in Nest's interceptors: those cost every read a
 * fifth of its time. Call it before the routes exist.
 */
export function instalarEnvelope(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (rota) => {
    const configuracao = rota.config?.plantao;
    if (!configuracao) return;
    rota.preSerialization = (requisicao, resposta, corpo, pronto) => {
      // A refusal has an envelope of its own.
      if (resposta.statusCode >= 400) return pronto(null, corpo);
      pronto(null, corpo instanceof RespostaPronta ? corpo.corpo : envelopar(corpo, requisicao, resposta));
    };
  });
}

/** `{data}`, `{data, meta}` for a page, `Location` for a new resource, `ETag` for what has a version. */
export function envelopar(valor: unknown, requisicao: FastifyRequest, resposta: FastifyReply): unknown {
  const { forma, versionada, local } = requisicao.routeOptions.config.plantao!;
  if (valor instanceof Pagina)
    return { data: valor.itens, meta: { limite: valor.limite, proximoCursor: valor.proximoCursor } };
  const { id, versao } = (valor ?? {}) as { id?: number; versao?: unknown };
  if (forma === 'criado') void resposta.header('Location', local ?? `${requisicao.url.split('?')[0]!}/${id}`);
  if ((versionada || forma === 'criado') && typeof versao === 'number')
    void resposta.header('ETag', `"${versao}"`);
  return { data: valor };
}
