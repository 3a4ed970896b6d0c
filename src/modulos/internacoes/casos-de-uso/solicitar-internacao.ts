import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { IdDe, Instante, Opcao, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Cid } from '../campo-cid.js';
import { CARATERES, type Carater } from '../dominio/carater.js';
import { Internacao } from '../dominio/internacao.entity.js';
import { PRIORIDADES, type Prioridade, urgenciaDoPedido } from '../dominio/prioridade.js';
import { DiaDaEntrada } from '../persistencia/dia-da-entrada.js';
import { estadiasDoPaciente, exigirFora } from '../persistencia/estadias-do-paciente.js';
import { gravarMovimentacoes, inserirInternacao } from '../persistencia/internacoes.repositorio.js';
import { solicitacaoAberta } from '../persistencia/recusas.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaSolicitacao {
  @IdDe('paciente', { exemplo: 2 }) pacienteId!: number;
  @IdDe('médico que pede') medicoId!: number;
  @Cid({ descricao: 'Diagnóstico de entrada.' }) cidEntrada!: string;
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Que tipo de leito é preciso.' }) tipoLeito!: TipoDeLeito;

  @Opcao(PRIORIDADES, {
    opcional: true,
    exemplo: 'URGENTE',
    descricao:
      'EMERGENCIA: já; URGENTE: em horas; PRIORITARIA: o próximo; ELETIVA: por ordem de chegada. ' +
      'Se omitida, URGENTE para o caráter URGENCIA e ELETIVA para o ELETIVO.',
  })
  prioridade?: Prioridade;

  @Opcao(CARATERES, {
    opcional: true,
    exemplo: 'URGENCIA',
    descricao: 'Se omitido, ELETIVO para as prioridades PRIORITARIA e ELETIVA; senão, URGENCIA.',
  })
  carater?: Carater;

  @IdDe('convênio desta internação', { opcional: true, nulo: true }) convenioId?: number | null;
  @Texto({
    max: 2000,
    opcional: true,
    nulo: true,
    exemplo: 'Aguarda no pronto-socorro.',
    descricao: 'O que mais convém saber.',
  })
  observacao?: string | null;
  @Instante({ opcional: true, descricao: 'Desde quando espera; agora, se omitido.' }) solicitadaEm?: Date;
}

/** A bed is asked for, and the patient waits for it. One open request for each patient, who is not in. */
export class SolicitarInternacao extends Command<InternacaoResposta> {
  constructor(
    readonly dados: DadosDaSolicitacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(SolicitarInternacao)
export class SolicitarInternacaoHandler implements ICommandHandler<SolicitarInternacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly dia: DiaDaEntrada,
  ) {}

  execute({ dados, autor }: SolicitarInternacao): Promise<InternacaoResposta> {
    const { pacienteId, medicoId, cidEntrada, tipoLeito, convenioId = null, observacao = null } = dados;
    return this.unidade.executar(async (tx) => {
      const { dataNascimento } = await this.pacientes.travar(pacienteId, autor);
      await this.medicos.exigirAtivo(medicoId, 'medicoId');
      const estadias = await estadiasDoPaciente(tx, pacienteId);
      exigirFora(estadias);
      if (estadias.solicitacaoId !== null) throw solicitacaoAberta(estadias.solicitacaoId);
      const agora = maisTarde(this.relogio.agora(), ...estadias.periodos.map(({ fim }) => fim));
      const em = dados.solicitadaEm ?? agora;
      const internacao = Internacao.solicitar(
        { pacienteId, medicoId, convenioId, cidEntrada, observacao, tipoLeito, ...urgenciaDoPedido(dados) },
        { em, agora, autorId: autor.usuarioId, campo: 'solicitadaEm' },
      );
      await this.dia.exigir(em, { dataNascimento, convenioId }, 'solicitadaEm');
      await inserirInternacao(tx, internacao);
      await gravarMovimentacoes(tx, internacao);
      tx.registrar(...internacao.extrairEventos());
      return lerInternacao(this.leitura, internacao.id);
    });
  }
}
