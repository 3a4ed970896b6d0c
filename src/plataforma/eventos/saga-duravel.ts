import { Injectable } from '@nestjs/common';
import type { ICommand } from '@nestjs/cqrs';
import type { ClasseDeEvento, EventoDeDominio, EventoGravado } from './evento.js';

/** A reaction that must not be lost: maps an event to a command and decides nothing else. */
export interface Saga<E extends EventoDeDominio = EventoDeDominio> {
  /** The command to run, or null when this event asks for nothing. */
  reagir(evento: EventoGravado<E>): ICommand | null;
}

export interface DeclaracaoDeSaga {
  readonly evento: ClasseDeEvento;
  /** Stable name, `modulo.reacao-ao-fato`: deliveries are stored under it. */
  readonly nome: string;
}

export const METADADO_DE_SAGA = Symbol('saga-duravel');

/**
 * Declares a durable saga. For each event of this class the unit of work stores a delivery in the same
 * transaction; the relay then runs the command exactly once, in the transaction that completes the delivery.
 */
export function SagaDuravel<E extends EventoDeDominio>(
  evento: ClasseDeEvento<E>,
  nome: string,
): (classe: new (...argumentos: never[]) => Saga<E>) => void {
  return (classe) => {
    Injectable()(classe);
    Reflect.defineMetadata(METADADO_DE_SAGA, { evento, nome }, classe);
  };
}
