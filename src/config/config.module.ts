import { type DynamicModule, Module } from '@nestjs/common';
import { Ambiente } from './ambiente.js';

/** The configuration, already read and validated, for every module. */
@Module({})
export class ConfigModule {
  static com(ambiente: Ambiente): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Ambiente, useValue: ambiente }],
      exports: [Ambiente],
    };
  }
}
