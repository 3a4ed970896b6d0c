import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { EventoGravado } from './evento.js';
import { SinalDeEventos } from './sinal-de-eventos.js';

/** An event that was committed, as in-process listeners of the Nest bus receive it. They may lose it. */
export class EventoConfirmado {
  constructor(readonly evento: EventoGravado) {}
}

/** Carries committed events to the @nestjs/cqrs bus. What must not be lost is a durable saga instead. */
@Injectable()
export class PublicadorDeEventos implements OnApplicationBootstrap, OnApplicationShutdown {
  #parar: () => void = () => undefined;

  constructor(
    private readonly sinal: SinalDeEventos,
    private readonly barramento: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    this.#parar = this.sinal.ouvir(
      (eventos) => void this.barramento.publishAll(eventos.map((e) => new EventoConfirmado(e))),
    );
  }

  onApplicationShutdown(): void {
    this.#parar();
  }
}
