import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Contexto, noContexto } from '../observabilidade/contexto.js';
import type { Metricas } from '../observabilidade/metricas/metricas.js';
import type { Registrador } from '../observabilidade/registrador.js';
import { origemDe } from './origem.js';

const ACEITAVEL = /^[\w.:-]{1,64}$/;
/** As many digits as a CPF, a CNPJ, a CNS or a card has, however written: it goes into every log line and event. */
const DOCUMENTO = /^(?:\D*\d){11,16}\D*$/;
const comoDocumento = (texto: string): boolean => !/[a-z_]/i.test(texto) && DOCUMENTO.test(texto);

/** The caller's correlation id when it is sane, and nobody's document, else a new one. */
export const idDeCorrelacao = (cabecalho: string | string[] | undefined): string =>
  typeof cabecalho === 'string' &&
  ACEITAVEL.test(cabecalho) &&
  /\d/.test(cabecalho) &&
  !comoDocumento(cabecalho)
    ? cabecalho
    : randomUUID();

declare module 'fastify' {
  interface FastifyRequest {
    contexto: Contexto;
  }
}

/** Every request runs in its context, answers with its id, is measured and leaves one log line. */
export function instalarCorrelacao(
  fastify: FastifyInstance,
  registrador: Registrador,
  metricas: Metricas,
): void {
  fastify.addHook('onRequest', (requisicao, resposta, pronto) => {
    const { operacao = null, mutacao } = requisicao.routeOptions.config;
    requisicao.contexto = {
      correlacaoId: requisicao.id,
      usuarioId: null,
      sessaoId: null,
      origem: origemDe(requisicao),
      operacao,
      mutacao: mutacao
        ? {
            descricao: mutacao,
            parametros: requisicao.params as Record<string, string>,
            corpo: undefined,
            anotada: false,
          }
        : null,
    };
    void resposta.header('x-correlation-id', requisicao.id);
    pronto();
  });
  fastify.addHook('preHandler', (requisicao, _resposta, pronto) => noContexto(requisicao.contexto, pronto));
  fastify.addHook('onResponse', (requisicao, resposta, pronto) => {
    const [metodo, rota, status] = [requisicao.method, rotaDe(requisicao), resposta.statusCode];
    metricas.observar(
      'plantao_http_segundos',
      'Duração das respostas HTTP.',
      { metodo, rota, status: String(status) },
      resposta.elapsedTime / 1000,
    );
    noContexto(requisicao.contexto, () =>
      registrador.informe('requisição', {
        metodo,
        rota,
        status,
        ms: Math.round(resposta.elapsedTime * 10) / 10,
      }),
    );
    pronto();
  });
}

/** The template, never the address: ids in a path are fine, what people type is not. */
const rotaDe = (requisicao: FastifyRequest): string => requisicao.routeOptions.url ?? '(nenhuma)';
