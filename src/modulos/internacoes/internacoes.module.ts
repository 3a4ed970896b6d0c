import { Global, Module } from '@nestjs/common';
import { AlterarInternacaoHandler } from './casos-de-uso/alterar-internacao.js';
import { ConcederAltaHandler } from './casos-de-uso/conceder-alta.js';
import { InternarPacienteHandler } from './casos-de-uso/internar-paciente.js';
import { ListarInternacoesHandler } from './casos-de-uso/listar-internacoes.js';
import { ListarMovimentacoesHandler } from './casos-de-uso/listar-movimentacoes.js';
import { ObterInternacaoHandler } from './casos-de-uso/obter-internacao.js';
import { TransferirPacienteHandler } from './casos-de-uso/transferir-paciente.js';
import { LeituraDeInternacoes } from './contrato/leitura-de-internacoes.js';
import { InternacoesController } from './internacoes.controller.js';
import { LeituraDeInternacoesSql } from './persistencia/leitura-de-internacoes-sql.js';

@Global()
@Module({
  controllers: [InternacoesController],
  providers: [
    { provide: LeituraDeInternacoes, useClass: LeituraDeInternacoesSql },
    InternarPacienteHandler,
    TransferirPacienteHandler,
    ConcederAltaHandler,
    AlterarInternacaoHandler,
    ObterInternacaoHandler,
    ListarInternacoesHandler,
    ListarMovimentacoesHandler,
  ],
  exports: [LeituraDeInternacoes],
})
export class InternacoesModule {}
