import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Instante } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { DadosDoDesfecho } from '../dados-de-comando.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaAltaClinica extends DadosDoDesfecho {
  @Instante({ opcional: true, descricao: 'Quando o médico deu alta; agora, se omitido.' }) em?: Date;
}

/** The doctor discharges the patient, who stays in the bed until he leaves. */
export class DarAltaClinica extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaAltaClinica,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(DarAltaClinica)
export class DarAltaClinicaHandler implements ICommandHandler<DarAltaClinica> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly medicos: LeituraDeMedicos,
  ) {}

  execute({ id, dados, autor }: DarAltaClinica): Promise<InternacaoResposta> {
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      internacao.darAltaClinica(dados, { em: dados.em ?? agora, agora, autorId: autor.usuarioId });
      if (dados.medicoId !== undefined) await this.medicos.exigirAtivo(dados.medicoId, 'medicoId');
      await guardarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
