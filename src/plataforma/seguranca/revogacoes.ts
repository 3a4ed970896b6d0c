import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inteiro, instante, type Linha, ouNulo, type Parametro } from '../../banco/dialeto.js';
import { insercao } from '../../banco/insercao.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { Laco } from '../filas/laco.js';
import { Registrador } from '../observabilidade/registrador.js';
import { Relogio } from '../tempo/relogio.js';
import { AcessosRevogados, type Revogacao } from './acessos-revogados.js';
import { VALIDADE_DO_ACESSO_S } from './tokens-de-acesso.js';
import { resumoDoErro } from '../erros/resumo-do-erro.js';

/** Whether this process answers requests, and so must know which tokens are void. */
export const SERVE_HTTP = Symbol('SERVE_HTTP');

const TIQUE_MS = 1_000;
/** A reading that takes longer is given up: the next one asks on another connection. */
const PRAZO_MS = 2_000;
/** Twice as long as any token lasts: commits may be late and clocks of replicas apart. */
const JANELA_MS = 2 * VALIDADE_DO_ACESSO_S * 1_000;

interface Replica {
  readonly revogados: AcessosRevogados;
  readonly relogio: Relogio;
}

/** Whose memory and clock a transaction works with, by the data source it runs on: a process may hold several. */
const replicas = new WeakMap<DataSource, Replica>();

const INSERIR = insercao('INSERT INTO acessos_revogados (usuario_id, sessao_id, versao, em)', 4);
const LOTE = 500;

/**
 * Writes what is void from now on, in the transaction that makes it so. This replica knows it at the commit; the
 * others when they read next, a second or so later.
 */
export async function revogar(
  tx: Transacao,
  alvos: readonly { usuarioId: number; sessaoId?: number; versao?: number }[],
): Promise<void> {
  const { revogados, relogio } = replicaDe(tx);
  const em = relogio.agora();
  const novas = alvos.map(({ usuarioId, sessaoId = null, versao = null }) => ({
    usuarioId,
    sessaoId,
    versao,
    em,
  }));
  for (let i = 0; i < novas.length; i += LOTE) {
    const lote = novas.slice(i, i + LOTE);
    const valores = lote.flatMap((r): Parametro[] => [r.usuarioId, r.sessaoId, r.versao, r.em]);
    await tx.executar(INSERIR(lote.length), valores);
  }
  tx.aoConfirmar(() => novas.forEach((revogacao) => revogados.aplicar(revogacao)));
}

/** The clock of the replica in which the transaction runs. */
export const agoraDe = (tx: Transacao): Date => replicaDe(tx).relogio.agora();

function replicaDe(tx: Transacao): Replica {
  const replica = replicas.get(tx.gerente.dataSource);
  if (!replica) throw new Error('The application of this transaction has no Revogacoes.');
  return replica;
}

/**
 * Keeps what this replica knows to be void up to date with the database: everything of the last minutes, each
 * time, so that a transaction that commits late is not missed. A database that fails is asked again.
 */
@Injectable()
export class Revogacoes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #falhando = false;
  readonly #laco = new Laco(
    TIQUE_MS,
    async () => {
      await this.ler();
      if (this.#falhando) this.registrador.informe('acessos revogados voltaram a ser lidos');
      this.#falhando = false;
      return false;
    },
    (erro) => this.#anotar(erro),
  );

  constructor(
    @Inject(SERVE_HTTP) private readonly ligado: boolean,
    fonte: DataSource,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly registrador: Registrador,
    private readonly revogados: AcessosRevogados,
  ) {
    replicas.set(fonte, { revogados, relogio });
  }

  /** Nothing is served before the first reading. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.ligado) return;
    await this.ler();
    this.#laco.iniciar();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#laco.parar();
  }

  /** Reads them now, from the primary: a replica of the database may be late. */
  async ler(): Promise<void> {
    const desde = new Date(this.relogio.agora().getTime() - JANELA_MS);
    const linhas = await this.unidade.executar(
      (tx) =>
        tx.consultar('SELECT usuario_id, sessao_id, versao, em FROM acessos_revogados WHERE em >= ?', [
          desde,
        ]),
      { prazoMs: PRAZO_MS },
    );
    for (const linha of linhas) this.revogados.aplicar(daLinha(linha));
    this.revogados.esquecer(desde);
  }

  #anotar(erro: unknown): void {
    if (!this.#falhando)
      this.registrador.erro('acessos revogados não puderam ser lidos', {
        motivo: resumoDoErro(erro),
      });
    this.#falhando = true;
  }
}

const daLinha = (linha: Linha): Revogacao => ({
  usuarioId: inteiro(linha.usuario_id),
  sessaoId: ouNulo(inteiro)(linha.sessao_id),
  versao: ouNulo(inteiro)(linha.versao),
  em: instante(linha.em),
});
