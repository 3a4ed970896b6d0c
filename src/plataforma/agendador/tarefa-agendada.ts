import { Injectable } from '@nestjs/common';
import type { Transacao } from '../../banco/transacao.js';

/** What happens by the clock. Runs in the transaction that marks this turn as done: once, however many replicas. */
export interface Tarefa {
  /**
   * Does or enqueues the work due at `vez`; nothing outside the database. Answers true when there may be more to
   * do at once: it is then called again, in a transaction of its own.
   */
  executar(tx: Transacao, vez: Date): Promise<boolean>;
}

export interface DeclaracaoDeTarefa {
  /** Stable name, `modulo.o-que-faz`: turns are stored under it. */
  readonly nome: string;
  /** Milliseconds between turns, counted from the epoch: every replica has the same turns. */
  readonly cadaMs: number;
}

export const METADADO_DE_TAREFA = Symbol('tarefa-agendada');

/** Declares a scheduled task. Turns missed while nobody was up are made up for by one. */
export function TarefaAgendada(
  declaracao: DeclaracaoDeTarefa,
): (classe: new (...argumentos: never[]) => Tarefa) => void {
  return (classe) => {
    Injectable()(classe);
    Reflect.defineMetadata(METADADO_DE_TAREFA, declaracao, classe);
  };
}
