import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { AcessoDeEmergenciaAberto } from '../../cuidados/contrato/eventos.js';
import { CriarAvisoDeAcessoDeEmergencia } from '../casos-de-uso/criar-aviso-de-acesso-de-emergencia.js';

/** Somebody broke the glass: the privacy officer is told. */
@SagaDuravel(AcessoDeEmergenciaAberto, 'notificacoes.avisar-acesso-de-emergencia')
export class AvisarAcessoDeEmergencia implements Saga<AcessoDeEmergenciaAberto> {
  reagir({ id, dados }: EventoGravado<AcessoDeEmergenciaAberto>): CriarAvisoDeAcessoDeEmergencia {
    return new CriarAvisoDeAcessoDeEmergencia(id, dados);
  }
}
