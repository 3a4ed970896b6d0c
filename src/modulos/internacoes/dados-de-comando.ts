import { IdDe, Opcao, Texto } from '../../plataforma/http/campos.js';
import { Cid } from './campo-cid.js';
import { type MotivoConhecido, MOTIVOS_CONHECIDOS } from './dominio/motivo-de-saida.js';

/** Body of the commands that must say why. */
export class DadosDoMotivo {
  @Texto({ max: 500, exemplo: 'Registrado por engano.', descricao: 'Por quê; fica na história.' })
  motivo!: string;
}

/** How a stay ends, whenever it is told. */
export abstract class DadosDoDesfecho {
  @Cid({ descricao: 'Diagnóstico de saída.' }) cidSaida!: string;

  @Opcao(MOTIVOS_CONHECIDOS, {
    exemplo: 'ALTA_MELHORADO',
    descricao:
      'PERMANENCIA e ENCERRAMENTO_ADMINISTRATIVO são cortes de faturamento, não saídas: são recusados.',
  })
  motivoSaida!: MotivoConhecido;

  @IdDe('médico que dá alta; o responsável, se omitido', { opcional: true }) medicoId?: number;
}
