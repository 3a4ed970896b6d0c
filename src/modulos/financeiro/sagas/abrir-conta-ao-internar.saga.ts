import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { PacienteInternado } from '../../internacoes/contrato/eventos.js';
import { AbrirConta } from '../casos-de-uso/abrir-conta.js';

@SagaDuravel(PacienteInternado, 'financeiro.abrir-conta-ao-internar')
export class AbrirContaAoInternar implements Saga<PacienteInternado> {
  reagir({ dados }: EventoGravado<PacienteInternado>): AbrirConta {
    return new AbrirConta(dados.internacaoId, new Date(dados.em));
  }
}
