import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ambiente } from '../config/ambiente.js';
import type { Motor } from './dialeto.js';
import {
  abrirFonteDeDados,
  arquivoSqlite,
  criarPool,
  type Esquema,
  motorDe,
  opcoesDoPool,
} from './fonte-de-dados.js';
import { LeituraMysql } from './leitura-mysql.js';
import { LeituraSqlite } from './leitura-sqlite.js';
import { Leitura } from './leitura.js';
import { MOTOR } from './tokens.js';

/** Data source and read side, for every module. The unit of work joins them in `plataforma`. */
@Module({})
export class BancoModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly fonte: DataSource,
    @Inject(Leitura) private readonly leitura: Leitura,
  ) {}

  static comEsquema(esquema: Esquema): DynamicModule {
    return {
      module: BancoModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          inject: [Ambiente],
          useFactory: (ambiente: Ambiente) => abrirFonteDeDados(ambiente.banco, esquema),
        },
        { provide: MOTOR, inject: [DataSource], useFactory: motorDe },
        { provide: Leitura, inject: [Ambiente, MOTOR], useFactory: criarLeitura },
      ],
      exports: [DataSource, MOTOR, Leitura],
    };
  }

  /** Last of all: requests and reactions in course have ended by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.leitura.encerrar();
    if (this.fonte.isInitialized) await this.fonte.destroy();
  }
}

function criarLeitura(ambiente: Ambiente, motor: Motor): Leitura {
  const { banco } = ambiente;
  if (motor === 'sqlite' || banco.host === null) return new LeituraSqlite(arquivoSqlite(banco));
  return new LeituraMysql(criarPool(opcoesDoPool(banco, banco.hostLeitura ?? banco.host)));
}
