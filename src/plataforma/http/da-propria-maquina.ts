import type { FastifyRequest } from 'fastify';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const NOME_LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
/** A proxy on this machine speaks for somebody who may be anywhere; some of them say so by speaking HTTP/1.0. */
const DE_PROXY =
  /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip)$/;

/**
 * Whether the request was made on this machine, by nobody else's account. The name in the address must be
 * local too, or a page from elsewhere could point its own name here.
 */
export const daPropriaMaquina = ({ socket, headers, raw }: FastifyRequest): boolean =>
  raw.httpVersion !== '1.0' &&
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  NOME_LOCAL.test(headers.host ?? '') &&
  !Object.keys(headers).some((cabecalho) => DE_PROXY.test(cabecalho));
