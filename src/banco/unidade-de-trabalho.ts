import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { GravadorDeAuditoria } from '../plataforma/auditoria/gravador-de-auditoria.js';
import { ErroDeDominio } from '../plataforma/erros/erro-de-dominio.js';
import { GravadorDeEventos } from '../plataforma/eventos/gravador-de-eventos.js';
import { type Motor, type Parametro, processoUnico } from './dialeto.js';
import { comoErroDeBanco, ErroDeBanco } from './erros-de-banco.js';
import { MOTOR } from './tokens.js';
import { Inject } from '@nestjs/common';
import { foraDaTransacao, naTransacao, transacaoAmbiente } from './transacao-ambiente.js';
import { TransacaoTypeorm } from './transacao-typeorm.js';
import type { Transacao } from './transacao.js';

export interface OpcoesDaUnidade {
  /** Past it the transaction is abandoned and the connection destroyed. */
  readonly prazoMs?: number;
  /** False: what this unit itself does is not the change that the request asked for; what it has within may be. */
  readonly mutacao?: boolean;
}

const TENTATIVAS = 5;
const ESPERA_BASE_MS = 20;
const PRAZO_PADRAO_MS = 10_000;
const PRAZO_DO_BEGIN_MS = 2_500;

/**
 * One use case, one transaction. Commits what `trabalho` wrote together with the events it registered and
 * their deliveries, and with the audit row of the request that asked for it; on deadlock or lock timeout runs the whole callback again in a new transaction; a nested
 * call joins the outer one, and only the outermost retries. Nothing external (mail, HTTP) belongs inside.
 */
@Injectable()
export class UnidadeDeTrabalho {
  constructor(
    private readonly fonte: DataSource,
    @Inject(MOTOR) private readonly motor: Motor,
    private readonly gravador: GravadorDeEventos,
    private readonly auditoria: GravadorDeAuditoria,
  ) {}

  /** The transaction in course; throws when the caller is not inside a unit of work. */
  atual(): Transacao {
    const transacao = transacaoAmbiente();
    if (!transacao) throw new Error('No unit of work in course.');
    return transacao;
  }

  async executar<T>(trabalho: (tx: Transacao) => Promise<T>, opcoes: OpcoesDaUnidade = {}): Promise<T> {
    const emCurso = transacaoAmbiente();
    if (emCurso) {
      const valor = await trabalho(emCurso);
      if (opcoes.mutacao !== false) emCurso.concluir(valor);
      return valor;
    }
    const prazo = Date.now() + (opcoes.prazoMs ?? PRAZO_PADRAO_MS);
    return insistir(prazo, () => this.#tentar(trabalho, prazo, opcoes.mutacao !== false));
  }

  /**
   * One statement that is whole by itself, without a BEGIN and a COMMIT around it; in the transaction in course where
   * there is one. Answers how many rows it matched. Only for what may be done twice: where the connection is lost
   * nobody knows whether it was, and it is tried again.
   */
  async comando(sql: string, parametros: readonly Parametro[]): Promise<number> {
    const emCurso = transacaoAmbiente();
    if (emCurso) return emCurso.executar(sql, parametros);
    const prazo = Date.now() + PRAZO_PADRAO_MS;
    return insistir(prazo, () => this.#avulso(prazo, sql, parametros));
  }

  async #avulso(prazo: number, sql: string, parametros: readonly Parametro[]): Promise<number> {
    const runner = this.fonte.createQueryRunner();
    let abandonado = false;
    const corrida = limite(prazo, () => {
      abandonado = true;
      derrubar(runner);
    });
    try {
      return await corrida(async () => {
        await runner.connect();
        return new TransacaoTypeorm(this.motor, runner).executar(sql, parametros);
      });
    } catch (erro) {
      throw comoErroDeBanco(erro) ?? erro;
    } finally {
      corrida.fim();
      if (!abandonado) await runner.release().catch(() => undefined);
    }
  }

  async #tentar<T>(trabalho: (tx: Transacao) => Promise<T>, prazo: number, mutacao: boolean): Promise<T> {
    const runner = this.fonte.createQueryRunner();
    const tx = new TransacaoTypeorm(this.motor, runner);
    let confirmando = false;
    let abandonada = false;
    const abandonar = (): void => {
      abandonada = true;
      tx.aberta = false;
      derrubar(runner);
    };
    const corrida = limite(prazo, abandonar);
    let resultado: T;
    try {
      resultado = await corrida(async () => {
        await this.#comecar(runner, abandonar);
        if (abandonada) throw ocupado();
        const valor = await naTransacao(tx, () => trabalho(tx));
        if (mutacao) tx.concluir(valor);
        await naTransacao(tx, () => this.auditoria.gravarMutacao(tx));
        await naTransacao(tx, () => this.gravador.gravar(tx, tx.eventos));
        confirmando = true;
        await runner.commitTransaction();
        return valor;
      });
      tx.aberta = false;
    } catch (erro) {
      tx.aberta = false;
      if (!abandonada && runner.isTransactionActive)
        await corrida(() => runner.rollbackTransaction()).catch(() => derrubar(runner));
      if (confirmando && (abandonada || comoErroDeBanco(erro)?.natureza === 'conexao')) throw incerto();
      throw comoErroDeBanco(erro) ?? erro;
    } finally {
      corrida.fim();
      if (!abandonada) await runner.release().catch(() => undefined);
    }
    foraDaTransacao(() => tx.confirmada());
    return resultado;
  }

  /**
   * BEGIN on a connection of the pool. One that answers nothing within a moment is dead (a firewall that
   * drops packets tells nobody): it is destroyed, and the unit tries another.
   */
  async #comecar(runner: QueryRunner, abandonar: () => void): Promise<void> {
    if (processoUnico(this.motor)) return runner.startTransaction();
    await runner.connect();
    let alarme: NodeJS.Timeout | undefined;
    const mudo = new Promise<never>((_, recusar) => {
      alarme = setTimeout(() => {
        abandonar();
        recusar(new ErroDeBanco('conexao', undefined, undefined));
      }, PRAZO_DO_BEGIN_MS);
    });
    await Promise.race([runner.startTransaction(), mudo]).finally(() => clearTimeout(alarme));
  }
}

/** Tries until it is done, refused for good, or too late; each time a little later. */
async function insistir<T>(prazo: number, tentar: () => Promise<T>): Promise<T> {
  for (let tentativa = 1; ; tentativa++) {
    try {
      return await tentar();
    } catch (erro) {
      if (!podeRepetir(erro)) throw erro;
      if (tentativa === TENTATIVAS || Date.now() >= prazo)
        throw comoErroDeBanco(erro)?.natureza === 'conexao' ? erro : ocupado();
      await pausa(Math.random() * ESPERA_BASE_MS * 2 ** tentativa);
    }
  }
}

/** Deadlock, lock timeout, busy, or a connection lost before COMMIT was sent. */
function podeRepetir(erro: unknown): boolean {
  const natureza = comoErroDeBanco(erro)?.natureza;
  return natureza === 'passageiro' || natureza === 'conexao';
}

const ocupado = (): ErroDeDominio =>
  new ErroDeDominio(
    'indisponivel',
    'PLATAFORMA.BANCO_OCUPADO',
    'O banco de dados está ocupado demais agora. Nada foi gravado; tente de novo em instantes.',
  );

const incerto = (): ErroDeDominio =>
  new ErroDeDominio(
    'indisponivel',
    'PLATAFORMA.RESULTADO_INCERTO',
    'A conexão com o banco caiu durante a gravação. Consulte o registro antes de repetir o pedido.',
  );

const pausa = (ms: number): Promise<void> => new Promise((resolver) => setTimeout(resolver, ms));

interface Corrida {
  <T>(trabalho: () => Promise<T>): Promise<T>;
  fim(): void;
}

/** Races each step against one deadline; when it passes, `aoVencer` runs once and the step is given up. */
function limite(prazo: number, aoVencer: () => void): Corrida {
  let vencer!: (erro: ErroDeDominio) => void;
  const vencido = new Promise<never>((_, recusar) => (vencer = recusar));
  vencido.catch(() => undefined);
  const relogio = setTimeout(
    () => {
      aoVencer();
      vencer(ocupado());
    },
    Math.max(1, prazo - Date.now()),
  );
  return Object.assign(<T>(trabalho: () => Promise<T>) => Promise.race([trabalho(), vencido]), {
    fim: () => clearTimeout(relogio),
  });
}

/** Destroys the socket of a runner that no longer answers: a ROLLBACK on it would hang as well. */
function derrubar(runner: QueryRunner): void {
  void Promise.resolve(runner.connect())
    .then((conexao: { destroy?: () => void } | undefined) =>
      conexao?.destroy ? conexao.destroy() : runner.release(),
    )
    .catch(() => undefined);
}
