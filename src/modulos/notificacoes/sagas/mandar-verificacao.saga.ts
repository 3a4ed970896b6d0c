import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { ContaCriada } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** Somebody signed up: the code that confirms the address goes to it (RF16). */
@SagaDuravel(ContaCriada, 'notificacoes.mandar-verificacao')
export class MandarVerificacao implements Saga<ContaCriada> {
  reagir({ id, dados }: EventoGravado<ContaCriada>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'verificacao-de-email',
      eventoId: id,
      usuarioId: dados.usuarioId,
    });
  }
}
