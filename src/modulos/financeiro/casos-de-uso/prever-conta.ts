import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import {
  Dia,
  Dinheiro,
  IdDe,
  Instante,
  Lista,
  Logico,
  MAIOR_SOMA,
  Opcao,
} from '../../../plataforma/http/campos.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  type InternacaoParaConta,
  LeituraDeInternacoes,
} from '../../internacoes/contrato/leitura-de-internacoes.js';
import { exigirDentroDaEstadia } from '../dominio/instante-da-previa.js';
import { calcularVencimento } from '../dominio/vencimento.js';
import { LinhaResposta, linhaResposta } from '../linha-resposta.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import { lerLancamento } from './obter-lancamento.js';

export class ConsultaDePrevia {
  @IdDe('internação', { naConsulta: true }) internacaoId!: number;

  @Instante({
    opcional: true,
    descricao:
      'A conta como seria se o paciente saísse (ou tivesse saído) neste instante, passado ou futuro, da entrada em diante.',
  })
  em?: Date;
}

export class PreviaDaContaResposta {
  @IdDe('internação') internacaoId!: number;
  @Opcao(['ABERTA', 'FECHADA'], { descricao: 'ABERTA enquanto o paciente está internado.' }) status!: string;
  @IdDe('lançamento final; nulo enquanto não houver', { nulo: true, exemplo: null }) lancamentoId!:
    number | null;
  @IdDe('paciente') pacienteId!: number;
  @IdDe('convênio que paga; nulo quando é particular', { nulo: true }) convenioId!: number | null;
  @Instante({ descricao: 'Quando o paciente entrou.' }) entrada!: Date;
  @Instante({ descricao: 'Até quando a conta foi feita: agora, a saída, ou o instante pedido.' }) ate!: Date;
  @Dinheiro({ max: MAIOR_SOMA, exemplo: 1402, descricao: 'Soma das linhas, em reais.' }) valor!: number;
  @Logico({ descricao: 'Falta o preço de alguma linha.' }) semPreco!: boolean;
  @Dia({ exemplo: '2026-07-01', descricao: 'O vencimento, ou qual seria se fosse emitida nesse dia.' })
  vencimentoPrevisto!: string;
  @Lista(() => LinhaResposta, { descricao: 'O que se cobra, linha por linha.' }) linhas!: LinhaResposta[];
}

/**
 * The account so far, or as it would be at `em`. Of a closed stay without `em`, what was charged, prices frozen; of
 * one that waits as a draft, what would be charged by the prices of now.
 */
export class PreverConta extends Query<PreviaDaContaResposta> {
  constructor(readonly consulta: ConsultaDePrevia) {
    super();
  }
}

@QueryHandler(PreverConta)
export class PreverContaHandler implements IQueryHandler<PreverConta> {
  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly apurador: ApuradorDeContas,
  ) {}

  async execute({ consulta: { internacaoId, em } }: PreverConta): Promise<PreviaDaContaResposta> {
    const internacao = await this.internacoes.paraConta(internacaoId);
    const conta = await this.#conta(internacaoId);
    if (!internacao || conta.status === 'CANCELADA') throw semConta(internacaoId);
    const { pacienteId, entrada, saida } = internacao;
    if (em) exigirDentroDaEstadia(em, internacao);
    const agora = maisTarde(this.relogio.agora(), entrada);
    const ate = em ?? saida ?? agora;
    const status = saida ? 'FECHADA' : 'ABERTA';
    const lancamentoId = em ? null : conta.lancamentoId;
    const emitido = lancamentoId !== null && conta.emitido;
    return {
      ...{ internacaoId, status, lancamentoId, pacienteId, entrada, ate },
      ...(emitido ? await this.#cobrada(lancamentoId) : await this.#apurada(internacao, ate, em ?? agora)),
    };
  }

  /** The account, if it is open by now, and its FINAL charge, if it has one. */
  async #conta(internacaoId: number) {
    const linha = await this.leitura.obter(
      `SELECT c.status, l.id AS lancamento_id, l.emissao FROM contas c
         LEFT JOIN lancamentos l ON l.conta_id = c.id AND l.tipo = 'FINAL' AND l.parte = 1 AND l.ativo = 1
        WHERE c.internacao_id = ?`,
      [internacaoId],
    );
    return {
      status: linha && texto(linha.status),
      lancamentoId: ouNulo(inteiro)(linha?.lancamento_id),
      emitido: linha?.emissao !== null,
    };
  }

  async #cobrada(lancamentoId: number) {
    const { convenioId, valor, vencimento, linhas } = await lerLancamento(this.leitura, lancamentoId);
    const semPreco = linhas.some((l) => l.semPreco === true);
    return { convenioId, valor, semPreco, vencimentoPrevisto: vencimento!, linhas };
  }

  async #apurada(internacao: InternacaoParaConta, ate: Date, emissao: Date) {
    const { conta, pagador, calendario } = await this.apurador.apurar(internacao, ate);
    return {
      convenioId: pagador.convenioId,
      valor: paraReais(conta.valor),
      semPreco: conta.semPreco,
      vencimentoPrevisto: calcularVencimento(calendario.diaCivil(emissao), pagador.prazoDias),
      linhas: conta.linhas.map(linhaResposta),
    };
  }
}

const semConta = (internacaoId: number) =>
  naoEncontrado(
    'INTERNACAO.SEM_CONTA',
    `Não há conta da internação ${internacaoId}: ela não existe, não chegou a começar ou foi cancelada.`,
  );
