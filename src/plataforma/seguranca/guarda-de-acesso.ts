import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { type Acesso, METADADO_DE_ACESSO } from '../http/rota.js';
import type { Autor, Papel } from './autor.js';
import { TokensDeAcesso } from './tokens-de-acesso.js';

const PREFIXO = 'bearer ';

/** Closed by default: a route opens only to what its `@Rota` declares. */
@Injectable()
export class GuardaDeAcesso implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokensDeAcesso,
  ) {}

  canActivate(contexto: ExecutionContext): boolean {
    const acesso = this.reflector.get<Acesso | undefined>(METADADO_DE_ACESSO, contexto.getHandler());
    if (acesso === 'publico') return true;
    const requisicao = contexto.switchToHttp().getRequest<FastifyRequest & { autor?: Autor }>();
    const autor = this.tokens.ler(tokenDe(requisicao.headers.authorization));
    requisicao.contexto.usuarioId = autor.usuarioId;
    if (
      acesso === undefined ||
      (acesso !== 'autenticado' && !autor.papeis.some((papel) => pode(papel, acesso)))
    )
      throw new ErroDeDominio('proibido', 'ACESSO.PROIBIDO', 'Seu perfil não permite esta ação.');
    requisicao.autor = autor;
    return true;
  }
}

const pode = (papel: Papel, acesso: readonly Papel[]): boolean => papel === 'ADMIN' || acesso.includes(papel);

function tokenDe(cabecalho: string | undefined): string {
  if (cabecalho && cabecalho.slice(0, PREFIXO.length).toLowerCase() === PREFIXO)
    return cabecalho.slice(PREFIXO.length).trim();
  throw new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.SEM_TOKEN',
    'Envie o cabeçalho Authorization: Bearer com o token do login.',
  );
}
