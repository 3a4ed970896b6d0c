import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const comprimir = promisify(gzip);

/** A file sent many times: read once, compressed once, and not sent again to a browser that has it. */
export class ArquivoEmMemoria {
  readonly #etag: string;
  #comprimido?: Promise<Buffer>;

  constructor(
    private readonly tipo: string,
    private readonly conteudo: Buffer,
  ) {
    this.#etag = `"${createHash('sha1').update(conteudo).digest('base64url')}"`;
  }

  async enviar({ headers }: FastifyRequest, resposta: FastifyReply): Promise<FastifyReply> {
    void resposta
      .type(this.tipo)
      .header('ETag', this.#etag)
      .header('Cache-Control', 'no-cache')
      .header('Vary', 'Accept-Encoding');
    if (headers['if-none-match']?.includes(this.#etag)) return resposta.status(304).send();
    if (!/\bgzip\b/.test(String(headers['accept-encoding']))) return resposta.send(this.conteudo);
    this.#comprimido ??= comprimir(this.conteudo);
    return resposta.header('Content-Encoding', 'gzip').send(await this.#comprimido);
  }
}
