import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { type Acesso, METADADO_DE_ACESSO, METADADO_DE_ALVO } from '../http/rota.js';
import { alcanceDosPapeis } from './alcance.js';
import type { Autor, Papel } from './autor.js';
import { type Alvo, DonosDosRegistros } from './donos-dos-registros.js';
import { type Pendencia, TokensDeAcesso } from './tokens-de-acesso.js';

const PREFIXO = 'bearer ';

/** Closed by default: a route opens only to what its `@Rota` declares. */
@Injectable()
export class GuardaDeAcesso implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokensDeAcesso,
    private readonly donos: DonosDosRegistros,
  ) {}

  canActivate(contexto: ExecutionContext): boolean | Promise<boolean> {
    const metodo = contexto.getHandler();
    const acesso = this.reflector.get<Acesso | undefined>(METADADO_DE_ACESSO, metodo);
    if (acesso === 'publico') return true;
    const requisicao = contexto.switchToHttp().getRequest<FastifyRequest & { autor?: Autor }>();
    const { pendencia, ...identidade } = this.tokens.ler(tokenDe(requisicao.headers.authorization));
    requisicao.contexto.usuarioId = identidade.usuarioId;
    requisicao.contexto.sessaoId = identidade.sessaoId ?? null;
    const papeis = papeisQueAbrem(identidade.papeis, acesso);
    if (papeis.length === 0) throw proibido();
    const autor: Autor = { ...identidade, alcance: alcanceDosPapeis(papeis) };
    const alvo = this.reflector.get<Alvo | undefined>(METADADO_DE_ALVO, metodo);
    if (pendencia && alvo !== 'pendencia') throw pendente(pendencia);
    requisicao.autor = autor;
    if (alvo === undefined || alvo === 'livre' || alvo === 'pendencia' || autor.alcance?.todos) return true;
    const { id } = requisicao.params as Record<string, string | undefined>;
    // Without an id the answer is a list, which its own query limits (`LimitesDasRespostas`).
    if (id === undefined) return true;
    return this.donos.exigir(autor, alvo, id, requisicao.method !== 'GET').then(() => true);
  }
}

/** Those of the roles that this route opens to; ADMIN opens everything. */
const papeisQueAbrem = (papeis: readonly Papel[], acesso: Acesso | undefined): readonly Papel[] =>
  acesso === undefined
    ? []
    : acesso === 'autenticado'
      ? papeis
      : papeis.filter((papel) => papel === 'ADMIN' || acesso.includes(papel));

const proibido = (): ErroDeDominio =>
  new ErroDeDominio('proibido', 'ACESSO.PROIBIDO', 'Seu perfil não permite esta ação.');

const COMO_CUMPRIR: Readonly<Record<Pendencia, string>> = {
  TROCAR_SENHA: 'Troque a senha que lhe deram por uma só sua, em PATCH /v1/auth/eu/senha, e renove o token.',
  CADASTRAR_SEGUNDO_FATOR:
    'O hospital exige o segundo fator: cadastre-o em POST /v1/auth/eu/segundo-fator e renove o token.',
};

const pendente = (pendencia: Pendencia): ErroDeDominio =>
  new ErroDeDominio('proibido', `ACESSO.${pendencia}`, COMO_CUMPRIR[pendencia]);

function tokenDe(cabecalho: string | undefined): string {
  if (cabecalho && cabecalho.slice(0, PREFIXO.length).toLowerCase() === PREFIXO)
    return cabecalho.slice(PREFIXO.length).trim();
  throw new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.SEM_TOKEN',
    'Envie o cabeçalho Authorization: Bearer com o token do login.',
  );
}
