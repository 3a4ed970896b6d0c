import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type ClasseDeEvento, descricaoDoEvento } from './evento.js';
import { type DeclaracaoDeSaga, METADADO_DE_SAGA, type Saga } from './saga-duravel.js';

/** Which sagas listen to which event; found by their decorator when the application starts. */
@Injectable()
export class RegistroDeSagas implements OnModuleInit {
  readonly #porNome = new Map<string, Saga>();
  readonly #porTipoDeEvento = new Map<string, string[]>();

  constructor(private readonly descoberta: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.descoberta.getProviders()) {
      if (!metatype) continue;
      const declaracao = Reflect.getMetadata(METADADO_DE_SAGA, metatype) as DeclaracaoDeSaga | undefined;
      if (declaracao) this.incluir(declaracao, instance as Saga);
    }
  }

  incluir(declaracao: DeclaracaoDeSaga, saga: Saga): void {
    if (this.#porNome.has(declaracao.nome))
      throw new Error(`Two durable sagas are named ${declaracao.nome}.`);
    this.#porNome.set(declaracao.nome, saga);
    const { tipo } = descricaoDoEvento(declaracao.evento);
    this.#porTipoDeEvento.set(tipo, [...this.ouvintes(tipo), declaracao.nome].sort());
  }

  ouvintes(tipo: string): readonly string[] {
    return this.#porTipoDeEvento.get(tipo) ?? [];
  }

  ouvintesDe(evento: ClasseDeEvento): readonly string[] {
    return this.ouvintes(descricaoDoEvento(evento).tipo);
  }

  saga(nome: string): Saga | undefined {
    return this.#porNome.get(nome);
  }
}
