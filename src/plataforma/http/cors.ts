import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const METODOS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];
const ACEITOS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'X-Correlation-Id',
];
const MOSTRADOS = ['ETag', 'Location', 'X-Correlation-Id', 'Retry-After', 'Idempotency-Replayed'];
/** Seconds during which a browser does not ask again. */
const VALIDADE = 600;

/** Any origin: only out of production. */
export const QUALQUER_ORIGEM = '*';

/**
 * Lets the pages of these origins, and of no other, call the API from a browser. Never with cookies: there are
 * none, and a token is sent by who has it. Of any other origin the answer says nothing, as if this were not here.
 */
export function permitirOrigens(app: NestFastifyApplication, origens: readonly string[]): void {
  if (origens.length === 0) return;
  const permitidas = new Set(origens);
  const qualquer = permitidas.has(QUALQUER_ORIGEM);
  app.enableCors({
    delegator: ({ headers: { origin } }: FastifyRequest, pronto) =>
      pronto(null, {
        origin: origin !== undefined && (qualquer || permitidas.has(origin)) ? origin : false,
        methods: METODOS,
        allowedHeaders: ACEITOS,
        exposedHeaders: MOSTRADOS,
        maxAge: VALIDADE,
        credentials: false,
        strictPreflight: false,
      }),
  });
}
