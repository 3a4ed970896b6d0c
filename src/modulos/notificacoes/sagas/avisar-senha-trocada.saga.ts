import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { SenhaTrocada } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** A password is another: the owner of the account is told (RF16). */
@SagaDuravel(SenhaTrocada, 'notificacoes.avisar-senha-trocada')
export class AvisarSenhaTrocada implements Saga<SenhaTrocada> {
  reagir({ id, dados }: EventoGravado<SenhaTrocada>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'senha-trocada',
      eventoId: id,
      usuarioId: dados.usuarioId,
      dados: { em: dados.em },
    });
  }
}
