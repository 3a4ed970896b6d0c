import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { texto, travar } from '../../banco/dialeto.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { conflito, naoEncontrado } from '../erros/erro-de-dominio.js';
import { Relogio } from '../tempo/relogio.js';
import { SinalDeEventos } from './sinal-de-eventos.js';

/** Puts a dead delivery back in the queue, with all its attempts to spend again. */
export class ReprocessarEntrega extends Command<void> {
  constructor(readonly entregaId: number) {
    super();
  }
}

@CommandHandler(ReprocessarEntrega)
export class ReprocessarEntregaHandler implements ICommandHandler<ReprocessarEntrega> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly sinal: SinalDeEventos,
  ) {}

  async execute({ entregaId }: ReprocessarEntrega): Promise<void> {
    await this.unidade.executar(async (tx) => {
      const [entrega] = await tx.consultar(`SELECT status FROM entregas WHERE id = ?${travar(tx.motor)}`, [
        entregaId,
      ]);
      if (!entrega) throw naoEncontrado('ENTREGA.NAO_ENCONTRADA', `A entrega ${entregaId} não existe.`);
      if (texto(entrega.status) !== 'MORTA')
        throw conflito(
          'ENTREGA.NAO_MORTA',
          'Só uma entrega morta pode ser reprocessada; as pendentes já serão tentadas.',
        );
      await tx.executar("UPDATE entregas SET status = 'PENDENTE', tentativas = 0 WHERE id = ?", [entregaId]);
      await tx.executar(
        `INSERT INTO entregas_prontas (entrega_id, saga, chave, disponivel_em)
         SELECT n.id, n.saga, CONCAT(e.agregado_tipo, ':', e.agregado_id), ?
           FROM entregas n JOIN eventos e ON e.id = n.evento_id WHERE n.id = ?`,
        [this.relogio.agora(), entregaId],
      );
      tx.aoConfirmar(() => this.sinal.emitir([]));
    });
  }
}
