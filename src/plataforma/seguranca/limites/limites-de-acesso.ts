import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inteiro, instante } from '../../../banco/dialeto.js';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import { transacaoAmbiente } from '../../../banco/transacao-ambiente.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { excesso } from '../../erros/erro-de-dominio.js';
import { Relogio } from '../../tempo/relogio.js';

/** How many, and for how long they count. */
export interface Limite {
  readonly maximo: number;
  readonly janelaMs: number;
  /** Each one starts the time anew: never more than `maximo` in any stretch as long as the window. */
  readonly renova?: boolean;
}

/** `passou`; or until when there is no more. */
export type Reserva = { readonly passou: true } | { readonly passou: false; readonly ate: Date };

const PASSOU: Reserva = { passou: true };
const TENTATIVAS = 5;

/**
 * Counts what may be done only so often, in rows that all replicas share: a conditional UPDATE takes a place or none.
 * Every step is a transaction of its own on one row, committed before what it allows begins: nobody waits for two
 * rows, and what was counted stays counted, whatever becomes of the request. So never inside a unit of work, but for
 * `zerar`: what frees the places (under `If-Match` a whole command is one) frees them only if it is done.
 */
@Injectable()
export class LimitesDeAcesso {
  readonly #segredo: string;

  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    ambiente: Ambiente,
  ) {
    this.#segredo = `limites:${ambiente.jwtSegredo}`;
  }

  /** One more of what `chave` names, at most `maximo` in each window; past it 429 `ACESSO.MUITOS_PEDIDOS`. */
  async consumir(chave: string, maximo: number, janelaMs: number): Promise<void> {
    const reserva = await this.reservar(this.chave('pedido', chave), { maximo, janelaMs });
    if (reserva.passou) return;
    throw excesso(
      'ACESSO.MUITOS_PEDIDOS',
      `Foram muitos pedidos em pouco tempo. Tente de novo em ${this.#espera(reserva.ate).texto}.`,
      this.#espera(reserva.ate).segundos,
    );
  }

  /** The key of a row: what identifies anybody only as a keyed hash. */
  chave(tipo: string, ...de: readonly string[]): string {
    const resumos = de.map((texto) =>
      createHmac('sha256', this.#segredo).update(texto).digest('hex').slice(0, 32),
    );
    return [tipo, ...resumos].join(':');
  }

  /** Takes one place, or says until when there is none. */
  async reservar(chave: string, limite: Limite): Promise<Reserva> {
    for (let tentativa = 1; tentativa <= TENTATIVAS; tentativa++) {
      const agora = this.relogio.agora();
      const reserva = await this.#executar((tx) => tomar(tx, chave, limite, agora));
      if (reserva === 'inexistente') {
        if (await this.#criar(chave, 1, new Date(agora.getTime() + limite.janelaMs))) return PASSOU;
      } else if (reserva !== 'mudou') return reserva;
    }
    throw excesso('ACESSO.OCUPADO', 'Há muitas entradas ao mesmo tempo. Tente de novo em instantes.');
  }

  /** Gives back a place that was taken and not used. */
  async devolver(chave: string): Promise<void> {
    await this.#executar((tx) =>
      tx.executar('UPDATE limites_de_acesso SET contador = contador - 1 WHERE chave = ? AND contador > 0', [
        chave,
      ]),
    );
  }

  /** All places are free again; rows whose key begins with `chave` and another part included. */
  async zerar(chave: string): Promise<void> {
    await this.unidade.executar(
      (tx) =>
        tx.executar(
          'UPDATE limites_de_acesso SET contador = 0 WHERE chave = ? OR (chave > ? AND chave < ?)',
          [chave, `${chave}:`, `${chave};`],
        ),
      { mutacao: false },
    );
  }

  /** Until when there is no place; null while there is. */
  async cheioAte(chave: string, maximo: number): Promise<Date | null> {
    const [linha] = await this.#executar((tx) =>
      tx.consultar(
        'SELECT janela_ate FROM limites_de_acesso WHERE chave = ? AND contador >= ? AND janela_ate > ?',
        [chave, maximo, this.relogio.agora()],
      ),
    );
    return linha ? instante(linha.janela_ate) : null;
  }

  /** Whether `lembrar` was called for this key, and holds. */
  async lembra(chave: string): Promise<boolean> {
    const linhas = await this.#executar((tx) =>
      tx.consultar('SELECT id FROM limites_de_acesso WHERE chave = ? AND expira_em > ?', [
        chave,
        this.relogio.agora(),
      ]),
    );
    return linhas.length > 0;
  }

  /** Keeps the key for this long, with all its places free. */
  async lembrar(chave: string, porMs: number): Promise<void> {
    const agora = this.relogio.agora();
    const ate = new Date(agora.getTime() + porMs);
    const mudar = () =>
      this.#executar((tx) =>
        tx.executar(
          'UPDATE limites_de_acesso SET contador = 0, janela_ate = ?, expira_em = ? WHERE chave = ?',
          [agora, ate, chave],
        ),
      );
    if ((await mudar()) === 0 && !(await this.#criar(chave, 0, agora, ate))) await mudar();
  }

  /** False where somebody else has just done so. Apart: after a refused insertion InnoDB holds a lock that would deadlock. */
  async #criar(chave: string, contador: number, janelaAte: Date, expiraEm = janelaAte): Promise<boolean> {
    try {
      await this.#executar((tx) =>
        tx.inserir(
          'INSERT INTO limites_de_acesso (chave, contador, janela_ate, expira_em) VALUES (?, ?, ?, ?)',
          [chave, contador, janelaAte, expiraEm],
        ),
      );
      return true;
    } catch (erro) {
      if (comoErroDeBanco(erro)?.natureza === 'chave_duplicada') return false;
      throw erro;
    }
  }

  #executar<T>(trabalho: (tx: Transacao) => Promise<T>): Promise<T> {
    if (transacaoAmbiente())
      throw new Error('A limit counted inside a unit of work would be undone with it.');
    // What is counted is no change that the trail would tell of.
    return this.unidade.executar(trabalho, { mutacao: false });
  }

  /** How long until then, for the header and for people. */
  #espera(ate: Date): { segundos: number; texto: string } {
    return espera(ate, this.relogio.agora());
  }
}

/** Whole seconds, and the same in words: "1 minuto", "42 minutos". */
export function espera(ate: Date, agora: Date): { segundos: number; texto: string } {
  const segundos = Math.max(1, Math.ceil((ate.getTime() - agora.getTime()) / 1000));
  const minutos = Math.ceil(segundos / 60);
  return { segundos, texto: minutos === 1 ? '1 minuto' : `${minutos} minutos` };
}

async function tomar(
  tx: Transacao,
  chave: string,
  { maximo, janelaMs, renova = false }: Limite,
  agora: Date,
): Promise<Reserva | 'inexistente' | 'mudou'> {
  const ate = new Date(agora.getTime() + janelaMs);
  // In this order: MySQL looks at what it has just set.
  const tomadas = await tx.executar(
    `UPDATE limites_de_acesso
        SET contador = CASE WHEN janela_ate > ? THEN contador + 1 ELSE 1 END,
            expira_em = CASE WHEN expira_em < ? THEN ? ELSE expira_em END,
            janela_ate = ${renova ? '?' : 'CASE WHEN janela_ate > ? THEN janela_ate ELSE ? END'}
      WHERE chave = ? AND (janela_ate <= ? OR contador < ?)`,
    [agora, ate, ate, ...(renova ? [ate] : [agora, ate]), chave, agora, maximo],
  );
  if (tomadas === 1) return PASSOU;
  const [linha] = await tx.consultar('SELECT contador, janela_ate FROM limites_de_acesso WHERE chave = ?', [
    chave,
  ]);
  if (!linha) return 'inexistente';
  const janelaAte = instante(linha.janela_ate);
  return inteiro(linha.contador) >= maximo && janelaAte > agora ? { passou: false, ate: janelaAte } : 'mudou';
}
