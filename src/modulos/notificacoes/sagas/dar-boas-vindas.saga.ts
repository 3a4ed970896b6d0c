import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { EmailVerificado } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** An address was confirmed: its owner is welcome (RF16). */
@SagaDuravel(EmailVerificado, 'notificacoes.dar-boas-vindas')
export class DarBoasVindas implements Saga<EmailVerificado> {
  reagir({ id, dados }: EventoGravado<EmailVerificado>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'boas-vindas',
      eventoId: id,
      usuarioId: dados.usuarioId,
      dados: { comRegistro: Number(dados.pacienteId !== null) },
    });
  }
}
