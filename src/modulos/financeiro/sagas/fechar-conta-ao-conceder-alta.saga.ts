import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { AltaConcedida } from '../../internacoes/contrato/eventos.js';
import { FecharConta } from '../casos-de-uso/fechar-conta.js';

@SagaDuravel(AltaConcedida, 'financeiro.fechar-conta-ao-conceder-alta')
export class FecharContaAoConcederAlta implements Saga<AltaConcedida> {
  reagir({ dados }: EventoGravado<AltaConcedida>): FecharConta {
    return new FecharConta(dados.internacaoId, dados.pacienteId);
  }
}
