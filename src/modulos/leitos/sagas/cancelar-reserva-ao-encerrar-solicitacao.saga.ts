import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { SolicitacaoEncerrada } from '../../internacoes/contrato/eventos.js';
import { CancelarReservaDaSolicitacao } from '../casos-de-uso/cancelar-reserva-da-solicitacao.js';

@SagaDuravel(SolicitacaoEncerrada, 'leitos.cancelar-reserva-ao-encerrar-solicitacao')
export class CancelarReservaAoEncerrarSolicitacao implements Saga<SolicitacaoEncerrada> {
  reagir({ dados, autorId }: EventoGravado<SolicitacaoEncerrada>): CancelarReservaDaSolicitacao {
    return new CancelarReservaDaSolicitacao(dados.internacaoId, autorId);
  }
}
