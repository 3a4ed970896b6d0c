import { Module } from '@nestjs/common';
import { AbrirContaHandler } from './casos-de-uso/abrir-conta.js';
import { FecharContaHandler } from './casos-de-uso/fechar-conta.js';
import { ListarContasHandler } from './casos-de-uso/listar-contas.js';
import { ListarLancamentosHandler } from './casos-de-uso/listar-lancamentos.js';
import { ObterLancamentoHandler } from './casos-de-uso/obter-lancamento.js';
import { PreverContaHandler } from './casos-de-uso/prever-conta.js';
import { ContasController } from './contas.controller.js';
import { LancamentosController } from './lancamentos.controller.js';
import { ApuradorDeContas } from './persistencia/apurador-de-contas.js';
import { AbrirContaAoInternar } from './sagas/abrir-conta-ao-internar.saga.js';
import { FecharContaAoConcederAlta } from './sagas/fechar-conta-ao-conceder-alta.saga.js';

/** Accounts of stays and what is charged for them. */
@Module({
  controllers: [LancamentosController, ContasController],
  providers: [
    ApuradorDeContas,
    AbrirContaHandler,
    FecharContaHandler,
    ListarLancamentosHandler,
    ObterLancamentoHandler,
    ListarContasHandler,
    PreverContaHandler,
    AbrirContaAoInternar,
    FecharContaAoConcederAlta,
  ],
})
export class FinanceiroModule {}
