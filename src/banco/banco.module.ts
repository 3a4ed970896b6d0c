import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ambiente } from '../config/ambiente.js';
import { criarLeitura } from './criar-leitura.js';
import { abrirFonteDeDados, type Esquema, motorDe } from './fonte-de-dados.js';
import { Leitura } from './leitura.js';
import { MOTOR } from './tokens.js';
import { TravaDaPasta } from './trava-da-pasta.js';

const PRAZO_DA_DESPEDIDA_MS = 5_000;

/** Data source and read side, for every module. The unit of work joins them in `plataforma`. */
@Module({})
export class BancoModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly fonte: DataSource,
    @Inject(Leitura) private readonly leitura: Leitura,
    @Inject(TravaDaPasta) private readonly trava: TravaDaPasta,
  ) {}

  static comEsquema(esquema: Esquema): DynamicModule {
    return {
      module: BancoModule,
      global: true,
      providers: [
        TravaDaPasta,
        {
          provide: DataSource,
          inject: [Ambiente, TravaDaPasta],
          useFactory: (ambiente: Ambiente, trava: TravaDaPasta) => {
            if (ambiente.banco.host === null) trava.tomar(ambiente.banco.dadosDir);
            return abrirFonteDeDados(ambiente.banco, esquema);
          },
        },
        { provide: MOTOR, inject: [DataSource], useFactory: motorDe },
        { provide: Leitura, inject: [Ambiente], useFactory: ({ banco }: Ambiente) => criarLeitura(banco) },
      ],
      exports: [DataSource, MOTOR, Leitura, TravaDaPasta],
    };
  }

  /** Last of all: requests and reactions in course have ended by now. */
  async onApplicationShutdown(): Promise<void> {
    const fim = Promise.all([
      this.leitura.encerrar(),
      this.fonte.isInitialized ? this.fonte.destroy() : null,
    ]);
    // A server that does not answer does not say goodbye either.
    await Promise.race([fim, new Promise((resolver) => setTimeout(resolver, PRAZO_DA_DESPEDIDA_MS).unref())]);
    this.trava.soltar();
  }
}
