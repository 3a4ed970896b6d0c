import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { type Acesso, METADADO_DE_ACESSO, METADADO_DE_ALVO } from '../http/rota.js';
import { alcanceDosPapeis } from './alcance.js';
import type { Autor, Papel } from './autor.js';
import { type Alvo, DonosDosRegistros, temDono } from './donos-dos-registros.js';
import { type Identidade, type Pendencia, TokensDeAcesso } from './tokens-de-acesso.js';

const PREFIXO = 'bearer ';

/** Closed by default: a route opens only to what its `@Rota` declares. */
@Injectable()
export class GuardaDeAcesso implements CanActivate {
  /** By token and by what a route declares: the same people call the same routes all day. */
  readonly #autores = new WeakMap<Identidade, Map<Acesso | undefined, Autor | null>>();

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
    const identidade = this.tokens.ler(tokenDe(requisicao.headers.authorization));
    requisicao.contexto.usuarioId = identidade.usuarioId;
    requisicao.contexto.sessaoId = identidade.sessaoId ?? null;
    const autor = this.#autor(identidade, acesso);
    if (autor === null) throw proibido();
    const { pendencia } = identidade;
    const alvo = this.reflector.get<Alvo | undefined>(METADADO_DE_ALVO, metodo);
    if (pendencia && alvo !== 'pendencia') throw pendente(pendencia);
    requisicao.autor = autor;
    if (!temDono(alvo) || autor.alcance?.todos) return true;
    const { id } = requisicao.params as Record<string, string | undefined>;
    // Without an id the answer is a list, which its own query limits (`LimitesDasRespostas`), or a new record.
    if (id === undefined) return true;
    return this.donos.exigir(autor, alvo, id, requisicao.method !== 'GET').then(() => true);
  }

  /** Another one for each request of who has limits: whether it looked at them is told by it. */
  #autor(identidade: Identidade, acesso: Acesso | undefined): Autor | null {
    let porAcesso = this.#autores.get(identidade);
    if (!porAcesso) this.#autores.set(identidade, (porAcesso = new Map<Acesso | undefined, Autor | null>()));
    let autor = porAcesso.get(acesso);
    if (autor === undefined) porAcesso.set(acesso, (autor = autorDe(identidade, acesso)));
    return autor === null || autor.alcance?.todos ? autor : { ...autor };
  }
}

/** Who somebody is on a route open to these; null where it opens to none of their roles. */
function autorDe({ pendencia: _, ...quem }: Identidade, acesso: Acesso | undefined): Autor | null {
  const papeis = papeisQueAbrem(quem.papeis, acesso);
  return papeis.length === 0 ? null : { ...quem, alcance: alcanceDosPapeis(papeis) };
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
