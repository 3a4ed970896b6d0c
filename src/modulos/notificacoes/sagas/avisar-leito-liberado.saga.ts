import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { LeitoLiberado } from '../../leitos/contrato/eventos.js';
import { CriarAvisoDeLeitoLiberado } from '../casos-de-uso/criar-aviso-de-leito-liberado.js';

/** A bed became free: the operations desk is told (RF23). */
@SagaDuravel(LeitoLiberado, 'notificacoes.avisar-leito-liberado')
export class AvisarLeitoLiberado implements Saga<LeitoLiberado> {
  reagir({ id, dados }: EventoGravado<LeitoLiberado>): CriarAvisoDeLeitoLiberado {
    return new CriarAvisoDeLeitoLiberado(id, dados);
  }
}
