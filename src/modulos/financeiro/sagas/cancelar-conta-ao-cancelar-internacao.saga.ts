import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { InternacaoCancelada } from '../../internacoes/contrato/eventos.js';
import { CancelarConta } from '../casos-de-uso/cancelar-conta.js';

@SagaDuravel(InternacaoCancelada, 'financeiro.cancelar-conta-ao-cancelar-internacao')
export class CancelarContaAoCancelarInternacao implements Saga<InternacaoCancelada> {
  reagir({ dados, autorId }: EventoGravado<InternacaoCancelada>): CancelarConta {
    return new CancelarConta(dados.internacaoId, new Date(dados.desde), autorId);
  }
}
