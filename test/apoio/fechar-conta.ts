import { CommandBus } from '@nestjs/cqrs';
import { FecharConta } from '../../src/modulos/financeiro/casos-de-uso/fechar-conta.js';
import { inteiro } from '../../src/banco/dialeto.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** What the reaction to the discharge of this stay does, now: the id of the charge created, if any. */
export async function fecharConta(aplicacao: AplicacaoDeTeste, internacaoId: number): Promise<number | null> {
  const [internacao] = await aplicacao.consultar('SELECT paciente_id FROM internacoes WHERE id = ?', [
    internacaoId,
  ]);
  const pacienteId = internacao ? inteiro(internacao.paciente_id) : internacaoId;
  return aplicacao.app.get(CommandBus).execute(new FecharConta(internacaoId, pacienteId));
}
