import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Ambiente } from '../../config/ambiente.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { TokensDeAcesso } from '../seguranca/tokens-de-acesso.js';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const NOME_LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
/** A proxy on this machine speaks for somebody who may be anywhere. */
const DE_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

/**
 * Who may read the local mailbox: an administrator; outside production also whoever sits at this machine.
 * The name in the address must be local too, or a page from elsewhere could point its own name here.
 */
@Injectable()
export class AcessoACaixa {
  constructor(
    private readonly ambiente: Ambiente,
    private readonly tokens: TokensDeAcesso,
  ) {}

  /** Throws 401 or 403 for anybody else. */
  exigir(requisicao: FastifyRequest): void {
    if (!this.ambiente.producao && daPropriaMaquina(requisicao)) return;
    const [, token] = /^bearer +(\S+)$/i.exec(requisicao.headers.authorization ?? '') ?? [];
    if (token === undefined)
      throw new ErroDeDominio(
        'nao_autenticado',
        'ACESSO.SEM_TOKEN',
        'Envie o cabeçalho Authorization: Bearer com o token de um administrador.',
      );
    if (!this.tokens.ler(token).papeis.includes('ADMIN'))
      throw new ErroDeDominio(
        'proibido',
        'ACESSO.PROIBIDO',
        'Só um administrador lê a caixa de correio local.',
      );
  }
}

const daPropriaMaquina = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  NOME_LOCAL.test(headers.host ?? '') &&
  DE_PROXY.every((cabecalho) => headers[cabecalho] === undefined);
