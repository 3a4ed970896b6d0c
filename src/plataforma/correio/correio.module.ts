import { Global, Module } from '@nestjs/common';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../config/ambiente.js';
import { Relogio } from '../tempo/relogio.js';
import { AcessoACaixa } from './acesso-a-caixa.js';
import { CaixaLocal } from './caixa-local.js';
import { CaixaLocalController } from './caixa-local.controller.js';
import { CorreioLocal } from './correio-local.js';
import { CorreioSmtp } from './correio-smtp.js';
import { Correio } from './correio.js';
import { ErrosDaCaixa } from './erros-da-caixa.js';
import { PaginasDaCaixa } from './paginas-da-caixa.js';

/** Mail behind one port: the server of MAIL_SERVER or, without one, the local mailbox and its page. */
@Global()
@Module({
  controllers: [CaixaLocalController],
  providers: [
    {
      provide: Correio,
      inject: [Ambiente, UnidadeDeTrabalho, Relogio],
      useFactory: (
        { correio }: Ambiente,
        unidade: UnidadeDeTrabalho,
        relogio: Relogio,
      ): Correio | Promise<Correio> =>
        correio.servidor === null ? new CorreioLocal(unidade, relogio) : CorreioSmtp.criar(correio),
    },
    AcessoACaixa,
    CaixaLocal,
    ErrosDaCaixa,
    PaginasDaCaixa,
  ],
  exports: [Correio],
})
export class CorreioModule {}
