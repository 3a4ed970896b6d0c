import type { FastifyAdapter } from '@nestjs/platform-fastify';

/**
 * What every answer says to the browser that may hold it: nothing in it is to be run, framed, sniffed, read by
 * another site or kept. A page says otherwise of itself, and an answer with an ETag may be kept by who asked.
 */
const DE_TODAS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Two years, as browsers ask before they remember it by themselves. Ignored by them where there is no TLS. */
const SO_COM_TLS = 'max-age=63072000; includeSubDomains';

/** Kept by who asked, and by nobody between; asked about again before each use. */
export const GUARDADA_POR_QUEM_PEDIU = 'private, no-cache';

export type Cabecalhos = Readonly<Record<string, string>>;

/** The headers of every answer; in production the product stands behind TLS, and says so. */
export const cabecalhosDeSeguranca = (producao: boolean): Cabecalhos =>
  producao ? { ...DE_TODAS, 'strict-transport-security': SO_COM_TLS } : DE_TODAS;

/** In the hook that comes before all others: what one of them refuses, or CORS answers, has the headers too. */
export function instalarCabecalhosDeSeguranca(adaptador: FastifyAdapter, cabecalhos: Cabecalhos): void {
  const pares = Object.entries(cabecalhos);
  adaptador.setOnRequestHook((_requisicao, resposta, pronto) => {
    for (const [nome, valor] of pares) void resposta.header(nome, valor);
    pronto();
  });
}
