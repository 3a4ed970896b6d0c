import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Transacao } from '../../../banco/transacao.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Leito } from '../dominio/leito.entity.js';
import { LeitosEmDia } from '../persistencia/leitos-em-dia.js';
import { travarLeitos } from '../persistencia/leitos-no-banco.js';
import { cancelarPlanos, leitosDaSolicitacao } from '../persistencia/planos-no-banco.js';

/** Nobody waits for this bed any more: what is kept or planned for the request is given up. Nothing, if nothing is. */
export class CancelarReservaDaSolicitacao extends Command<void> {
  constructor(
    readonly solicitacaoId: number,
    /** Who closed the request. */
    readonly autorId: number | null,
  ) {
    super();
  }
}

@CommandHandler(CancelarReservaDaSolicitacao)
export class CancelarReservaDaSolicitacaoHandler implements ICommandHandler<CancelarReservaDaSolicitacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly emDia: LeitosEmDia,
  ) {}

  execute(comando: CancelarReservaDaSolicitacao): Promise<void> {
    return this.unidade.executar(async (tx) => {
      const leitos = await travarLeitos(tx, await leitosDaSolicitacao(tx, comando.solicitacaoId));
      for (const leito of leitos.values()) await this.#desistir(tx, leito, comando);
    });
  }

  async #desistir(
    tx: Transacao,
    leito: Leito,
    { solicitacaoId, autorId }: CancelarReservaDaSolicitacao,
  ): Promise<void> {
    const agora = maisTarde(this.relogio.agora(), leito.desde);
    await cancelarPlanos(tx, leito, agora, solicitacaoId);
    await this.emDia.porEmDia(tx, leito, agora);
    // It may have expired, or been taken, while we waited for the bed.
    if (leito.reservaSolicitacaoId === solicitacaoId)
      leito.cancelarReserva({ em: agora, agora, autorId, motivo: 'Solicitação de leito encerrada' });
    await this.emDia.guardar(tx, leito, agora);
  }
}
