import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante, Opcao, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Cid } from '../campo-cid.js';
import { CARATERES, type Carater } from '../dominio/dados-da-internacao.js';
import { exigirNascido } from '../dominio/fato.js';
import { Internacao } from '../dominio/internacao.entity.js';
import { sobrepoe } from '../dominio/periodo.js';
import {
  antesDeInternar,
  gravarMovimentacoes,
  inserirInternacao,
  pacienteJaInternado,
} from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaInternacao {
  @IdDe('paciente') pacienteId!: number;
  @IdDe('médico responsável') medicoId!: number;
  @IdDe('leito, que deve estar livre ou reservado para o paciente') leitoId!: number;
  @Cid({ descricao: 'Diagnóstico de entrada.' }) cidEntrada!: string;
  @Opcao(CARATERES, { opcional: true, exemplo: 'URGENCIA' }) carater: Carater = 'URGENCIA';
  @IdDe('convênio desta internação', { opcional: true, nulo: true }) convenioId?: number | null;
  @Texto({ max: 2000, opcional: true, nulo: true, exemplo: 'Trazido pelo SAMU.' }) observacao?: string | null;
  @Instante({ opcional: true, descricao: 'Quando entrou; agora, se omitido.' }) admitidaEm?: Date;
}

/** The patient enters the hospital and a bed, or neither. */
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
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly convenios: LeituraDeConvenios,
    private readonly leitos: OcupacaoDeLeitos,
  ) {}

  execute({ dados, autor }: InternarPaciente): Promise<InternacaoResposta> {
    const { pacienteId, medicoId, leitoId, convenioId = null, observacao = null } = dados;
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      // Patient first, bed last: everybody locks in this order.
      const { dataNascimento } = await this.pacientes.travar(pacienteId);
      await this.medicos.exigirAtivo(medicoId, 'medicoId');
      if (convenioId !== null) await this.convenios.exigirAtivo(convenioId);
      const { setorId, periodos } = await antesDeInternar(tx, pacienteId, leitoId);
      if (periodos.some(({ fim }) => fim === null)) throw pacienteJaInternado();

      const livreDesde = await this.leitos.travar(leitoId);
      const agora = maisTarde(this.relogio.agora(), livreDesde, ...periodos.map(({ fim }) => fim));
      const em = dados.admitidaEm ?? agora;
      const { cidEntrada, carater } = dados;
      const internacao = Internacao.admitir(
        { pacienteId, medicoId, leitoId, setorId, convenioId, cidEntrada, carater, observacao },
        { em, agora, autorId },
      );
      const { fuso } = await this.politicas.atuais();
      exigirNascido(dataNascimento, new Calendario(fuso).diaCivil(em));
      if (periodos.some((periodo) => sobrepoe(periodo, { inicio: em, fim: null }))) throw periodoSobreposto();

      await inserirInternacao(tx, internacao);
      await this.leitos.ocupar({ leitoId, internacaoId: internacao.id, pacienteId, em, agora, autorId });
      await gravarMovimentacoes(tx, internacao);
      tx.registrar(...internacao.extrairEventos());
      return lerInternacao(this.leitura, internacao.id);
    });
  }
}

const periodoSobreposto = () =>
  conflito(
    'INTERNACAO.PERIODO_SOBREPOSTO',
    'O paciente tem outra internação depois desse instante. Confira a data de admissão e o histórico dele.',
    'admitidaEm',
  );
