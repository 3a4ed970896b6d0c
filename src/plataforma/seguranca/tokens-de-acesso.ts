import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Relogio } from '../tempo/relogio.js';
import { AcessosRevogados } from './acessos-revogados.js';
import { type Autor, PAPEIS, type Papel } from './autor.js';

/** How long an access token lasts; a session goes on by renewing it. */
export const VALIDADE_DO_ACESSO_S = 600;

/** What must be done before anything else; until then the token opens nothing but what does it. */
export const PENDENCIAS = ['TROCAR_SENHA', 'CADASTRAR_SEGUNDO_FATOR'] as const;
export type Pendencia = (typeof PENDENCIAS)[number];

/** What a token says of who holds it. */
export interface Identidade extends Omit<Autor, 'alcance' | 'usuarioId'> {
  readonly usuarioId: number;
  /** That of the account's access when it was issued: an older one than is required now is void. */
  readonly versaoDoAcesso?: number;
  readonly pendencia?: Pendencia | null;
}

const EMISSOR = 'plantao';
/** Whose signature need not be computed again; when they end is looked at each time. */
const TOKENS_LEMBRADOS = 1_000;

/** Bearer tokens, HS256 only. */
@Injectable()
export class TokensDeAcesso {
  readonly #assinar: (conteudo: object) => string;
  readonly #verificar: (token: string) => Verificado;
  /** What our own signature has been seen on, by the whole token: a look-up costs a twentieth of the library's. */
  readonly #lembrados = new Map<string, Lido>();

  constructor(
    segredo: string,
    private readonly relogio: Relogio,
    private readonly revogados: AcessosRevogados,
  ) {
    const key = createSecretKey(Buffer.from(segredo)).export();
    this.#assinar = createSigner({ key, algorithm: 'HS256' });
    this.#verificar = createVerifier({
      key,
      algorithms: ['HS256'],
      // Both by the product's clock, below.
      ignoreExpiration: true,
      ignoreNotBefore: true,
      complete: true,
    }) as (token: string) => Verificado;
  }

  /** Signs an access token for this person, good until `ate` or for as long as tokens last; also when it ends. */
  emitir(identidade: Identidade, ate?: Date): { token: string; expiraEm: Date } {
    const agora = Math.floor(this.relogio.agora().getTime() / 1000);
    const exp = ate ? Math.floor(ate.getTime() / 1000) : agora + VALIDADE_DO_ACESSO_S;
    const token = this.#assinar({
      iss: EMISSOR,
      aud: EMISSOR,
      sub: String(identidade.usuarioId),
      papeis: identidade.papeis,
      pac: identidade.pacienteId ?? null,
      med: identidade.medicoId ?? null,
      sid: identidade.sessaoId ?? null,
      ver: identidade.versaoDoAcesso ?? 0,
      pendencia: identidade.pendencia ?? null,
      tipo: 'acesso',
      iat: agora,
      exp,
    });
    return { token, expiraEm: new Date(exp * 1000) };
  }

  /** Who the token speaks for; refuses anything that is not ours, or not any more. */
  ler(token: string): Identidade {
    const lido = this.#lembrados.get(token) ?? this.#conferir(token);
    const agora = this.relogio.agora().getTime();
    if (lido.expiraEm <= agora || lido.desde > agora) throw recusado();
    const { usuarioId, versaoDoAcesso, sessaoId } = lido.identidade;
    if (!this.revogados.vale(usuarioId, versaoDoAcesso ?? 0, sessaoId ?? null)) throw recusado();
    return lido.identidade;
  }

  #conferir(token: string): Lido {
    let verificado: Verificado;
    try {
      verificado = this.#verificar(token);
    } catch {
      throw recusado();
    }
    const lido = decifrar(verificado);
    if (this.#lembrados.size >= TOKENS_LEMBRADOS) this.#lembrados.clear();
    this.#lembrados.set(token, lido);
    return lido;
  }
}

type Conteudo = Readonly<Record<string, unknown>>;

interface Verificado {
  readonly header: Conteudo;
  readonly payload: Conteudo;
}

interface Lido {
  readonly identidade: Identidade;
  readonly expiraEm: number;
  /** Not good before. */
  readonly desde: number;
}

/** The signature is ours; what it signs must be an access token as well, as we write them and in no other way. */
function decifrar({ header, payload }: Verificado): Lido {
  const { iss, aud, sub, papeis, tipo, exp, nbf = 0, pac, med, sid, ver, pendencia } = payload;
  if (
    !doCabecalho(header) ||
    iss !== EMISSOR ||
    aud !== EMISSOR ||
    tipo !== 'acesso' ||
    !segundos(exp) ||
    !segundos(nbf) ||
    typeof sub !== 'string' ||
    !/^[1-9]\d{0,9}$/.test(sub) ||
    !saoPapeis(papeis) ||
    ![pac, med, sid, ver].every(idOuNada) ||
    !pendenciaOuNada(pendencia)
  )
    throw recusado();
  return {
    identidade: {
      usuarioId: Number(sub),
      papeis,
      pacienteId: numeroOuNulo(pac),
      medicoId: numeroOuNulo(med),
      sessaoId: numeroOuNulo(sid),
      versaoDoAcesso: numeroOuNulo(ver) ?? 0,
      pendencia: pendencia ?? null,
    },
    expiraEm: exp * 1000,
    desde: nbf * 1000,
  };
}

/** No key id, no address of keys, nothing critical: what we do not write we do not read. */
const doCabecalho = (cabecalho: Conteudo): boolean =>
  cabecalho.typ === 'JWT' && Object.keys(cabecalho).every((nome) => nome === 'alg' || nome === 'typ');

const segundos = (valor: unknown): valor is number => Number.isSafeInteger(valor) && (valor as number) >= 0;

const saoPapeis = (valor: unknown): valor is Papel[] =>
  Array.isArray(valor) && valor.every((papel) => PAPEIS.includes(papel as Papel));

const idOuNada = (valor: unknown): boolean => valor === undefined || valor === null || segundos(valor);

const pendenciaOuNada = (valor: unknown): valor is Pendencia | null | undefined =>
  valor === undefined || valor === null || PENDENCIAS.includes(valor as Pendencia);

const numeroOuNulo = (valor: unknown): number | null => (typeof valor === 'number' ? valor : null);

const recusado = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.TOKEN_INVALIDO',
    'O token não é válido ou já venceu. Entre de novo.',
  );
