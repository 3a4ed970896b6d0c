import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MODULOS } from '../../src/app.module.js';
import { DESTINO_DO_LOG } from '../../src/plataforma/observabilidade/registrador.js';

@Global()
@Module({})
class LogCapturado {}

/** Sends every line of the log of the applications that start from now on to `linhas`, until it is undone. */
export function capturarLog(linhas: string[]): () => void {
  const modulo: DynamicModule = {
    module: LogCapturado,
    global: true,
    providers: [{ provide: DESTINO_DO_LOG, useValue: { write: (linha: string) => void linhas.push(linha) } }],
    exports: [DESTINO_DO_LOG],
  };
  MODULOS.push(modulo as never);
  return () => void MODULOS.splice(MODULOS.indexOf(modulo as never), 1);
}
