import { CommandBus } from '@nestjs/cqrs';
import { ReabrirInternacao } from '../../src/modulos/internacoes/casos-de-uso/reabrir-internacao.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Undoes a discharge, in a transaction that `antesDeConfirmar` may prolong. */
export function desfazerAlta(
  aplicacao: AplicacaoDeTeste,
  internacaoId: number,
  antesDeConfirmar: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const comando = new ReabrirInternacao(
    internacaoId,
    { motivo: 'Alta dada por engano' },
    { usuarioId: 1, papeis: ['ADMIN'] },
  );
  return aplicacao.unidade.executar(async () => {
    await aplicacao.app.get(CommandBus).execute(comando);
    await antesDeConfirmar();
  });
}
