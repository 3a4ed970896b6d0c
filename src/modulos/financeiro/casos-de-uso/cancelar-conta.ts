import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { Conta } from '../dominio/conta.entity.js';
import { ESTADOS_DO_LANCAMENTO } from '../dominio/estados-do-lancamento.js';
import { atualizarConta, inserirOuTravarConta, travarConta } from '../persistencia/contas.repositorio.js';
import { atualizarLancamento, travarAtivos } from '../persistencia/lancamentos.repositorio.js';

const MOTIVO = 'A internação foi cancelada.';

/**
 * The stay counts for nothing, and so does its account: what it charged is reversed. An account that was not opened
 * yet is stored as cancelled, so that the admission, told late, does not open it.
 */
export class CancelarConta extends Command<void> {
  constructor(
    readonly internacaoId: number,
    /** When the patient was said to have come in. */
    readonly abertura: Date,
    /** Who cancelled the stay. */
    readonly autorId: number | null,
  ) {
    super();
  }
}

@CommandHandler(CancelarConta)
export class CancelarContaHandler implements ICommandHandler<CancelarConta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {}

  execute({ internacaoId, abertura, autorId }: CancelarConta): Promise<void> {
    return this.unidade.executar(async (tx) => {
      const nova = Conta.abrir(internacaoId, abertura, this.relogio.agora());
      const conta = (await travarConta(tx, internacaoId)) ?? (await inserirOuTravarConta(tx, nova));
      if (conta.status === 'CANCELADA') return;
      const agora = maisTarde(this.relogio.agora(), conta.atualizadoEm);
      for (const lancamento of await travarAtivos(tx, conta.id)) {
        if (!ESTADOS_DO_LANCAMENTO.permite(lancamento.status, 'estornar')) continue;
        lancamento.estornar(MOTIVO, { agora, autorId });
        await atualizarLancamento(tx, lancamento);
      }
      conta.cancelar(agora);
      await atualizarConta(tx, conta);
    });
  }
}
