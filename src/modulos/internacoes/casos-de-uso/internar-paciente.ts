import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { IdDe, Instante, Lista, Objeto, Opcao, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Cid } from '../campo-cid.js';
import { DadosDoDesfecho } from '../dados-de-comando.js';
import { CARATERES, type Carater } from '../dominio/carater.js';
import { Admissao } from '../persistencia/admissao.js';
import { estadiasDoPaciente } from '../persistencia/estadias-do-paciente.js';
import { travarSolicitacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class AltaPassada extends DadosDoDesfecho {
  @Instante({ descricao: 'Quando saiu.' }) em!: Date;
}

export class TransferenciaPassada {
  @IdDe('leito de destino', { exemplo: 2 }) leitoId!: number;
  @Texto({
    max: 500,
    exemplo: 'Precisa ficar perto do posto de enfermagem.',
    descricao: 'Por que mudou de leito.',
  })
  motivo!: string;
  @Instante({ descricao: 'Quando mudou.' }) em!: Date;
}

@ExemploDoCorpo({
  pacienteId: 1,
  medicoId: 1,
  leitoId: 1,
  cidEntrada: 'J18.9',
  carater: 'URGENCIA',
  observacao: 'Trazido pelo SAMU.',
})
export class DadosDaInternacao {
  @IdDe('paciente') pacienteId!: number;
  @IdDe('médico responsável') medicoId!: number;
  @IdDe('leito, que deve estar livre ou reservado para o paciente') leitoId!: number;
  @Cid({ descricao: 'Diagnóstico de entrada.' }) cidEntrada!: string;
  @Opcao(CARATERES, { opcional: true, exemplo: 'URGENCIA', descricao: 'URGENCIA, se omitido.' })
  carater?: Carater;
  @IdDe('convênio desta internação', { opcional: true, nulo: true }) convenioId?: number | null;
  @Texto({
    max: 2000,
    opcional: true,
    nulo: true,
    exemplo: 'Trazido pelo SAMU.',
    descricao: 'O que mais convém saber.',
  })
  observacao?: string | null;
  @Instante({ opcional: true, descricao: 'Quando entrou; agora, se omitido.' }) admitidaEm?: Date;

  @Objeto(() => AltaPassada, {
    opcional: true,
    descricao: 'Só para registrar de uma vez, no passado, uma internação que já acabou.',
  })
  alta?: AltaPassada;

  @Lista(() => TransferenciaPassada, {
    opcional: true,
    max: 100,
    descricao: 'Só com `alta`: as mudanças de leito que houve, em ordem.',
  })
  transferencias?: TransferenciaPassada[];
}

/**
 * The patient enters the hospital and a bed, or neither. If he was waiting for a bed, this is it: his open
 * request becomes the stay, and what this says prevails over it.
 */
export class InternarPaciente extends Command<InternacaoResposta> {
  constructor(
    readonly dados: DadosDaInternacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InternarPaciente)
export class InternarPacienteHandler implements ICommandHandler<InternarPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly admissao: Admissao,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ dados, autor }: InternarPaciente): Promise<InternacaoResposta> {
    const { pacienteId, medicoId, leitoId, cidEntrada, admitidaEm } = dados;
    if (dados.transferencias?.length) throw transferenciasSemAlta();
    return this.unidade.executar(async (tx) => {
      const { dataNascimento } = await this.pacientes.travar(pacienteId, autor);
      await this.medicos.exigirAtivo(medicoId, 'medicoId');
      const estadias = await estadiasDoPaciente(tx, pacienteId, { leitoId });
      const solicitacao = await travarSolicitacao(tx, estadias.solicitacaoId);
      const { carater = 'URGENCIA', convenioId = null, observacao = null } = solicitacao ?? {};
      const id = await this.admissao.internar(tx, {
        dados: {
          pacienteId,
          medicoId,
          cidEntrada,
          carater: dados.carater ?? carater,
          convenioId: dados.convenioId === undefined ? convenioId : dados.convenioId,
          observacao: dados.observacao === undefined ? observacao : dados.observacao,
        },
        leitoId,
        admitidaEm,
        dataNascimento,
        estadias,
        solicitacao,
        autorId: autor.usuarioId,
      });
      await this.vinculos.atender(autor, pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}

const transferenciasSemAlta = () =>
  invalido(
    'INTERNACAO.TRANSFERENCIAS_SEM_ALTA',
    'As transferências só podem vir junto com a alta. Para uma internação em curso, interne e depois transfira.',
    'transferencias',
  );
