import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { CadastroRepetido } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** Somebody tried to sign up with the address of an account: its owner is told (RF16). */
@SagaDuravel(CadastroRepetido, 'notificacoes.avisar-cadastro-repetido')
export class AvisarCadastroRepetido implements Saga<CadastroRepetido> {
  reagir({ id, dados, ocorridoEm }: EventoGravado<CadastroRepetido>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'cadastro-repetido',
      eventoId: id,
      usuarioId: dados.usuarioId,
      dados: { em: ocorridoEm.toISOString() },
    });
  }
}
