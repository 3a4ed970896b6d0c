import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type ClasseDeEvento, descricaoDoEvento } from './evento.js';
import { type DeclaracaoDeSaga, METADADO_DE_SAGA, type Saga } from './saga-duravel.js';

/** Goes into SQL as it is. */
const NOME_DE_SAGA = /^[a-z-]+\.[a-z-]+$/;

/** Which sagas listen to which event; found by their decorator when the application starts. */
@Injectable()
export class RegistroDeSagas implements OnModuleInit {
  readonly #porNome = new Map<string, Saga>();
  #nomes: readonly string[] = [];
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
    if (!NOME_DE_SAGA.test(declaracao.nome)) throw new Error(`${declaracao.nome} is no name for a saga.`);
    this.#porNome.set(declaracao.nome, saga);
    this.#nomes = [...this.#porNome.keys()];
    const { tipo } = descricaoDoEvento(declaracao.evento);
    this.#porTipoDeEvento.set(tipo, [...this.ouvintes(tipo), declaracao.nome].sort());
  }

  get nomes(): readonly string[] {
    return this.#nomes;
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
