import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Demonstracao } from '../demonstracao/demonstracao.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { daPropriaMaquina } from '../http/da-propria-maquina.js';
import { TokensDeAcesso } from '../seguranca/tokens-de-acesso.js';

/**
 * Who may read the local mailbox, and the codes in it: an administrator; in the demonstration, where nobody is real,
 * also whoever sits at this machine.
 */
@Injectable()
export class AcessoACaixa {
  constructor(
    private readonly tokens: TokensDeAcesso,
    private readonly demonstracao: Demonstracao,
  ) {}

  /** Throws 401 or 403 for anybody else. */
  exigir(requisicao: FastifyRequest): void {
    if (this.demonstracao.ativa && daPropriaMaquina(requisicao)) return;
    const [, token] = /^bearer +(\S+)$/i.exec(requisicao.headers.authorization ?? '') ?? [];
    if (token === undefined)
      throw new ErroDeDominio(
        'nao_autenticado',
        'ACESSO.SEM_TOKEN',
        'Envie o cabeçalho Authorization: Bearer com o token de um administrador. Sem ele, esta caixa só se abre na ' +
          'demonstração, e só na própria máquina.',
      );
    const { papeis, pendencia } = this.tokens.ler(token);
    if (!papeis.includes('ADMIN') || pendencia)
      throw new ErroDeDominio(
        'proibido',
        'ACESSO.PROIBIDO',
        'Só um administrador, sem nada pendente na conta dele, lê a caixa de correio local.',
      );
  }
}
