import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** As long as an address is written, at most. */
const MAIOR_ENDERECO = 45;
const MAPEADO = '::ffff:';

/**
 * The address that a request came from: the client's where a trusted proxy tells it, else that of who connected.
 * Always an address, never whatever somebody wrote in a header.
 */
export function origemDe({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const dito = ip !== undefined && ip.length <= MAIOR_ENDERECO && isIP(ip) !== 0 ? ip : null;
  const origem = dito ?? socket.remoteAddress ?? '';
  return origem.startsWith(MAPEADO) ? origem.slice(MAPEADO.length) : origem;
}
