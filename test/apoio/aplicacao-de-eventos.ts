import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PlataformaCriaEventos1790000000100 } from '../../migrations/1790000000100-plataforma-cria-eventos.js';
import { PlataformaCriaAcessosRevogados1790000000792 } from '../../migrations/1790000000792-plataforma-cria-acessos-revogados.js';
import { BancoModule } from '../../src/banco/banco.module.js';
import { criarTabela, id, inteiro, texto } from '../../src/banco/tabelas.js';
import { UnidadeDeTrabalho } from '../../src/banco/unidade-de-trabalho.js';
import type { Ambiente } from '../../src/config/ambiente.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { Entrega, EntregaPronta } from '../../src/plataforma/eventos/entrega.entity.js';
import {
  EventoGravadoEntidade,
  SequenciaDeEventos,
} from '../../src/plataforma/eventos/evento-gravado.entity.js';
import { Evento, EventoDeDominio, type EventoGravado } from '../../src/plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../src/plataforma/eventos/saga-duravel.js';
import { AcessoRevogado } from '../../src/plataforma/seguranca/acesso-revogado.entity.js';
import { PlataformaModule } from '../../src/plataforma/plataforma.module.js';

/** A made-up fact: thing `coisaId` moved for the `n`-th time. */
@Evento<{ coisaId: number; n: number }>({
  tipo: 'teste.coisa-mudou',
  versao: 1,
  descricao: 'Fato de teste.',
  campos: { coisaId: 'coisa', n: 'qual das mudanças' },
})
export class CoisaMudou extends EventoDeDominio<{ coisaId: number; n: number }> {}

export class AnotarMudanca extends Command<void> {
  constructor(
    readonly saga: string,
    readonly evento: EventoGravado<CoisaMudou>,
  ) {
    super();
  }
}

/** What the reactions of a test do; set per test. */
export const comportamento = {
  falharSe: (_comando: AnotarMudanca): boolean => false,
  aoMapear: (_evento: EventoGravado<CoisaMudou>): void => undefined,
};

@CommandHandler(AnotarMudanca)
class AnotarMudancaHandler implements ICommandHandler<AnotarMudanca> {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  async execute(comando: AnotarMudanca): Promise<void> {
    await this.unidade.executar(async (tx) => {
      const { coisaId, n } = comando.evento.dados;
      await tx.executar('INSERT INTO anotacoes (saga, coisa_id, n) VALUES (?, ?, ?)', [
        comando.saga,
        coisaId,
        n,
      ]);
      if (comportamento.falharSe(comando)) throw new Error('falha planejada');
    });
  }
}

@SagaDuravel(CoisaMudou, 'teste.anotar-primeira')
class AnotarPrimeira implements Saga<CoisaMudou> {
  reagir(evento: EventoGravado<CoisaMudou>): AnotarMudanca {
    return new AnotarMudanca('primeira', evento);
  }
}

@SagaDuravel(CoisaMudou, 'teste.anotar-segunda')
class AnotarSegunda implements Saga<CoisaMudou> {
  reagir(evento: EventoGravado<CoisaMudou>): AnotarMudanca {
    comportamento.aoMapear(evento);
    return new AnotarMudanca('segunda', evento);
  }
}

class CriaAnotacoes1790000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'anotacoes', {
      colunas: [id(), texto('saga', 20), inteiro('coisa_id'), inteiro('n')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('anotacoes');
  }
}

/** The platform alone, with two durable sagas that note each event down in a table. */
export function abrirAplicacaoDeEventos(ambiente: Ambiente): Promise<INestApplicationContext> {
  @Module({
    imports: [
      ConfigModule.com(ambiente),
      BancoModule.comEsquema({
        entidades: [EventoGravadoEntidade, SequenciaDeEventos, Entrega, EntregaPronta, AcessoRevogado],
        migracoes: [
          PlataformaCriaEventos1790000000100,
          PlataformaCriaAcessosRevogados1790000000792,
          CriaAnotacoes1790000000900,
        ],
      }),
      PlataformaModule,
    ],
    providers: [AnotarMudancaHandler, AnotarPrimeira, AnotarSegunda],
  })
  class ModuloDeTeste {}
  return NestFactory.createApplicationContext(ModuloDeTeste as Type, { logger: false, abortOnError: false });
}

/** Stores one event of thing `coisaId`, as an aggregate would. */
export function mudarCoisa(app: INestApplicationContext, coisaId: number, n: number): Promise<void> {
  return app.get(UnidadeDeTrabalho).executar((tx) => {
    tx.registrar(new CoisaMudou({ tipo: 'coisa', id: coisaId, versao: n }, { coisaId, n }));
    return Promise.resolve();
  });
}
