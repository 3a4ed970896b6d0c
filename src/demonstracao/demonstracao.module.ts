import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TravaDaPasta } from '../banco/trava-da-pasta.js';
import { Ambiente } from '../config/ambiente.js';
import { Demonstracao } from '../plataforma/demonstracao/demonstracao.js';
import { Senhas } from '../plataforma/seguranca/senhas.js';
import { prepararDemonstracao } from './preparar-demonstracao.js';

/** The demonstration hospital: made, or not, before anything else of the application exists. */
@Global()
@Module({
  providers: [
    {
      provide: Demonstracao,
      inject: [DataSource, Ambiente, Senhas, TravaDaPasta],
      useFactory: async (fonte: DataSource, ambiente: Ambiente, senhas: Senhas, trava: TravaDaPasta) => {
        try {
          return await prepararDemonstracao(fonte, ambiente, senhas);
        } catch (erro) {
          // There is no application yet that could close what is open.
          await fonte.destroy();
          trava.soltar();
          throw erro;
        }
      },
    },
  ],
  exports: [Demonstracao],
})
export class DemonstracaoModule {}
