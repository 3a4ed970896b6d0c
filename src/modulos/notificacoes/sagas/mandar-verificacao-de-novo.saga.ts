import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { VerificacaoPedida } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** The confirmation was asked for again: another code goes to the address (RF16). */
@SagaDuravel(VerificacaoPedida, 'notificacoes.mandar-verificacao-de-novo')
export class MandarVerificacaoDeNovo implements Saga<VerificacaoPedida> {
  reagir({ id, dados }: EventoGravado<VerificacaoPedida>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'reenvio-da-verificacao',
      eventoId: id,
      usuarioId: dados.usuarioId,
      dados: { senhaAnulada: Number(dados.senhaAnulada) },
    });
  }
}
