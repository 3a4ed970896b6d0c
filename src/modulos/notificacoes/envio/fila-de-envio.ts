import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { type Posse, TabelaDeProntas } from '../../../plataforma/filas/tabela-de-prontas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';

/** Much longer than a message may take, and renewed while it is on its way; a sender that dies frees its notices after it. */
export const POSSE_MS = 120_000;

const PRONTAS = new TabelaDeProntas('notificacoes_fila', 'notificacao_id');

/** The queue of notices that wait to be sent: several senders may take from it, none takes another's. */
@Injectable()
export class FilaDeEnvio {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {}

  /** On a database of one process, what a dead predecessor held is free at once. */
  async retomar(): Promise<void> {
    await this.unidade.executar((tx) => PRONTAS.retomar(tx));
  }

  async tomar(quantidade: number): Promise<Posse[]> {
    const dono = randomUUID();
    const agora = this.relogio.agora();
    const ids = await this.unidade.executar((tx) =>
      PRONTAS.tomar(tx, { dono, agora, posseMs: POSSE_MS, quantidade }),
    );
    return ids.map((id) => ({ id, dono }));
  }

  /** The heartbeat of what is on its way. */
  async renovar(posses: readonly Posse[]): Promise<void> {
    await this.unidade.executar(async (tx) => {
      for (const posse of posses) await this.prolongar(tx, posse);
    });
  }

  /** Holds it for another `POSSE_MS`. False when it is not ours any more. */
  prolongar(tx: Transacao, posse: Posse): Promise<boolean> {
    return PRONTAS.renovar(tx, posse, new Date(this.relogio.agora().getTime() + POSSE_MS));
  }

  /** Out of the queue. False when it is not ours any more: then nothing may be recorded. */
  concluir(tx: Transacao, posse: Posse): Promise<boolean> {
    return PRONTAS.concluir(tx, posse);
  }

  /** Back in the queue, for later. False when it is not ours any more. */
  adiar(tx: Transacao, posse: Posse, disponivelEm: Date): Promise<boolean> {
    return PRONTAS.adiar(tx, posse, disponivelEm);
  }
}
