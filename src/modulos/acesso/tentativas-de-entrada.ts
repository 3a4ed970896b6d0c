import { Injectable } from '@nestjs/common';
import { type ErroDeDominio, excesso } from '../../plataforma/erros/erro-de-dominio.js';
import { contextoAtual } from '../../plataforma/observabilidade/contexto.js';
import { espera, LimitesDeAcesso } from '../../plataforma/seguranca/limites/limites-de-acesso.js';
import { Semaforo } from '../../plataforma/seguranca/semaforo.js';
import { Relogio } from '../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../hospital/contrato/politicas-do-hospital.js';
import { redeDe } from './dominio/rede.js';
import { normalizarEmail } from './dominio/usuario.entity.js';

const HORA_MS = 3_600_000;
/** Failures that reach the verifier from one address, whatever the accounts. */
const POR_ENDERECO = { maximo: 300, janelaMs: HORA_MS } as const;
/** Sign-ups from one address, and as many of each kind of code: a clinic's, whose patients all come from one. */
const PEDIDOS_POR_HORA = 60;
/** Codes tried from one address: who makes them up must not keep the hashes busy for those who want to enter. */
const CODIGOS_POR_HORA = 300;
/** How long an address from which somebody entered is known for theirs. */
const CONHECIDO_MS = 30 * 24 * HORA_MS;
/** Waiting for the verification of one account, in this process. */
const NA_FILA = 64;

/** What came of it: only what was wrong counts; only what was right makes the address known. */
export type Veredito = 'certa' | 'errada' | 'incompleta';

/**
 * Lets only so many wrong guesses reach the verifier: for an account `tentativasAteBloquear` in any hour, for an address
 * 300 an hour, over all replicas, whether the account exists or not. From an address where the account's owner has
 * entered within 30 days it has tries of its own, which nobody else uses up: who locks an account does not lock its
 * owner out. Past them, 429 `ACESSO.BLOQUEADO` without looking at the password (SBIS NGS1; OWASP ASVS 5.0 V6.3.1).
 */
@Injectable()
export class TentativasDeEntrada {
  /** One verification at a time of each account: of many right ones at once, none takes the others' places. */
  readonly #filas = new Map<string, { readonly semaforo: Semaforo; usos: number }>();

  constructor(
    private readonly limites: LimitesDeAcesso,
    private readonly politicas: PoliticasDoHospital,
    private readonly relogio: Relogio,
  ) {}

  /** A place is taken before `verificar` runs, and given back unless it was wrong: a process that dies counts as wrong. */
  async julgar(email: string, verificar: () => Promise<Veredito>): Promise<Veredito> {
    const { conta, par, endereco } = this.#chaves(email);
    const conhecido = par !== null && (await this.limites.lembra(par));
    const chave = conhecido ? par : conta;
    return this.#emFila(chave, async () => {
      const reservadas = await this.#reservar(chave, conhecido ? null : endereco);
      let veredito: Veredito = 'incompleta';
      try {
        veredito = await verificar();
      } finally {
        if (veredito === 'incompleta')
          for (const reservada of reservadas) await this.limites.devolver(reservada);
      }
      if (veredito === 'certa') await this.#acertou(chave, par, conhecido ? null : endereco);
      return veredito;
    });
  }

  /** At most 60 requests of a kind, an hour and address, of who is not inside. */
  limitarPedidos(tipo: string): Promise<void> {
    return this.#limitar(tipo, PEDIDOS_POR_HORA);
  }

  /** At most 300 tries at choosing a password by a code, an hour and address: each costs a hash. */
  limitarCodigos(): Promise<void> {
    return this.#limitar('codigo', CODIGOS_POR_HORA);
  }

  async #limitar(tipo: string, maximo: number): Promise<void> {
    const origem = contextoAtual()?.origem ?? null;
    if (origem !== null) await this.limites.consumir(`${tipo} de ${redeDe(origem)}`, maximo, HORA_MS);
  }

  /** Until when nobody enters this account, but from where its owner is known; null when it is open. */
  async bloqueadoAte(email: string): Promise<Date | null> {
    const { tentativasAteBloquear } = await this.politicas.atuais();
    return this.limites.cheioAte(this.#chaves(email).conta, tentativasAteBloquear);
  }

  /** The account may be tried again, from anywhere. */
  async desbloquear(email: string): Promise<void> {
    await this.limites.zerar(this.#chaves(email).conta);
    await this.limites.zerar(this.limites.chave('par', normalizarEmail(email)));
  }

  #chaves(email: string) {
    const quem = normalizarEmail(email);
    const origem = contextoAtual()?.origem ?? null;
    const rede = origem === null ? null : redeDe(origem);
    return {
      conta: this.limites.chave('conta', quem),
      par: rede === null ? null : this.limites.chave('par', quem, rede),
      endereco: rede === null ? null : this.limites.chave('endereco', rede),
    };
  }

  /** The address first: one that has no more leaves no row for each account it makes up. */
  async #reservar(chave: string, endereco: string | null): Promise<string[]> {
    const { tentativasAteBloquear } = await this.politicas.atuais();
    const reservadas: string[] = [];
    for (const [qual, limite] of [
      ...(endereco === null ? [] : [[endereco, POR_ENDERECO] as const]),
      [chave, { maximo: tentativasAteBloquear, janelaMs: HORA_MS, renova: true }] as const,
    ]) {
      const reserva = await this.limites.reservar(qual, limite);
      if (!reserva.passou) {
        for (const reservada of reservadas) await this.limites.devolver(reservada);
        throw bloqueado(reserva.ate, this.relogio.agora());
      }
      reservadas.push(qual);
    }
    return reservadas;
  }

  async #acertou(chave: string, par: string | null, endereco: string | null): Promise<void> {
    if (chave !== par) await this.limites.zerar(chave);
    if (par !== null) await this.limites.lembrar(par, CONHECIDO_MS);
    if (endereco !== null) await this.limites.devolver(endereco);
  }

  async #emFila<T>(chave: string, trabalho: () => Promise<T>): Promise<T> {
    const fila = this.#filas.get(chave) ?? { semaforo: new Semaforo(1, NA_FILA, ocupado), usos: 0 };
    this.#filas.set(chave, fila);
    fila.usos++;
    try {
      return await fila.semaforo.executar(trabalho);
    } finally {
      if (--fila.usos === 0) this.#filas.delete(chave);
    }
  }
}

const ocupado = (): ErroDeDominio =>
  excesso('ACESSO.OCUPADO', 'Há muitas entradas ao mesmo tempo. Tente de novo em instantes.');

function bloqueado(ate: Date, agora: Date): ErroDeDominio {
  const { segundos, texto } = espera(ate, agora);
  return excesso(
    'ACESSO.BLOQUEADO',
    `Foram muitas tentativas de entrar. Tente de novo em ${texto}, ou de um aparelho em que você já entrou; ` +
      'um administrador também pode liberar a sua conta.',
    segundos,
  );
}
