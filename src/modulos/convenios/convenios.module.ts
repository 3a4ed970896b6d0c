import { Global, Module } from '@nestjs/common';
import { AlterarConvenioHandler } from './casos-de-uso/alterar-convenio.js';
import { CadastrarConvenioHandler } from './casos-de-uso/cadastrar-convenio.js';
import { InativarConvenioHandler } from './casos-de-uso/inativar-convenio.js';
import { ListarConveniosHandler } from './casos-de-uso/listar-convenios.js';
import { ObterConvenioHandler } from './casos-de-uso/obter-convenio.js';
import { ReativarConvenioHandler } from './casos-de-uso/reativar-convenio.js';
import { LeituraDeConvenios } from './contrato/leitura-de-convenios.js';
import { ConveniosController } from './convenios.controller.js';
import { INVARIANTES_DOS_CONVENIOS } from './invariantes.js';
import { LeituraDeConveniosSql } from './persistencia/leitura-de-convenios-sql.js';

/** Insurers and their price tables. */
@Global()
@Module({
  controllers: [ConveniosController],
  providers: [
    { provide: LeituraDeConvenios, useClass: LeituraDeConveniosSql },
    ListarConveniosHandler,
    ObterConvenioHandler,
    CadastrarConvenioHandler,
    AlterarConvenioHandler,
    InativarConvenioHandler,
    ReativarConvenioHandler,
    INVARIANTES_DOS_CONVENIOS,
  ],
  exports: [LeituraDeConvenios],
})
export class ConveniosModule {}
