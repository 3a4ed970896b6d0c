import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { IdDe, Instante, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Admissao } from '../persistencia/admissao.js';
import { estadiasDoPaciente } from '../persistencia/estadias-do-paciente.js';
import { pacienteDaInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaAdmissao {
  @IdDe('leito, que deve estar livre ou reservado para o paciente', { exemplo: 4 }) leitoId!: number;
  @IdDe('médico responsável; o do pedido, se omitido', { opcional: true }) medicoId?: number;
  @IdDe('convênio desta internação; o do pedido, se omitido', { opcional: true, nulo: true })
  convenioId?: number | null;
  @Texto({
    max: 2000,
    opcional: true,
    nulo: true,
    exemplo: 'Em jejum.',
    descricao: 'O que mais convém saber.',
  })
  observacao?: string | null;
  @Instante({ opcional: true, descricao: 'Quando entrou; agora, se omitido.' }) admitidaEm?: Date;
}

/** The patient who waited enters a bed: the request becomes the stay. */
export class AdmitirPaciente extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaAdmissao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AdmitirPaciente)
export class AdmitirPacienteHandler implements ICommandHandler<AdmitirPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly admissao: Admissao,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ id, dados, autor }: AdmitirPaciente): Promise<InternacaoResposta> {
    const { leitoId, admitidaEm } = dados;
    return this.unidade.executar(async (tx) => {
      const pacienteId = await pacienteDaInternacao(tx, id);
      const { dataNascimento } = await this.pacientes.travar(pacienteId);
      const solicitacao = await travarInternacao(tx, id);
      const { cidEntrada, carater } = solicitacao;
      const { medicoId = solicitacao.medicoId } = dados;
      await this.medicos.exigirAtivo(medicoId, 'medicoId');
      await this.admissao.internar(tx, {
        dados: {
          pacienteId,
          medicoId,
          cidEntrada,
          carater,
          convenioId: dados.convenioId === undefined ? solicitacao.convenioId : dados.convenioId,
          observacao: dados.observacao === undefined ? solicitacao.observacao : dados.observacao,
        },
        leitoId,
        admitidaEm,
        dataNascimento,
        estadias: await estadiasDoPaciente(tx, pacienteId, { leitoId, exceto: id }),
        solicitacao,
        autorId: autor.usuarioId,
      });
      await this.vinculos.atender(autor, pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}
