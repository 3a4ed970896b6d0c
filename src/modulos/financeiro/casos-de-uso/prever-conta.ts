import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { Dinheiro, IdDe, Instante, Lista, Logico, Opcao } from '../../../plataforma/http/campos.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  type InternacaoParaConta,
  LeituraDeInternacoes,
} from '../../internacoes/contrato/leitura-de-internacoes.js';
import { STATUS_DE_CONTA } from '../dominio/conta.entity.js';
import { origemDaInternacao } from '../dominio/lancamento.entity.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import { lerLancamento, LinhaResposta, linhaResposta } from './obter-lancamento.js';

export class ConsultaDePrevia {
  @IdDe('internação', { naConsulta: true }) internacaoId!: number;
}

export class PreviaDaContaResposta {
  @IdDe('internação') internacaoId!: number;
  @Opcao(STATUS_DE_CONTA, { descricao: 'ABERTA enquanto o paciente está internado.' }) status!: string;
  @IdDe('lançamento final; nulo enquanto não houver', { nulo: true }) lancamentoId!: number | null;
  @IdDe('paciente') pacienteId!: number;
  @IdDe('convênio que paga; nulo quando é particular', { nulo: true }) convenioId!: number | null;
  @Instante({ descricao: 'Quando o paciente entrou.' }) entrada!: Date;
  @Instante({ descricao: 'Até quando a conta foi feita: agora, ou a saída.' }) ate!: Date;
  @Dinheiro({ exemplo: 1402, descricao: 'Soma das linhas, em reais.' }) valor!: number;
  @Logico({ descricao: 'Falta o preço de alguma linha.' }) semPreco!: boolean;
  @Lista(() => LinhaResposta) linhas!: LinhaResposta[];
}

/** The account so far: of an open stay as of now, of a closed one the final bill. */
export class PreverConta extends Query<PreviaDaContaResposta> {
  constructor(readonly internacaoId: number) {
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

  async execute({ internacaoId }: PreverConta): Promise<PreviaDaContaResposta> {
    const internacao = await this.internacoes.paraConta(internacaoId);
    if (!internacao)
      throw naoEncontrado('INTERNACAO.NAO_ENCONTRADA', `A internação ${internacaoId} não existe.`);
    const { pacienteId, entrada, saida } = internacao;
    const ate = saida ?? this.relogio.agora();
    const conta = { internacaoId, status: saida ? 'FECHADA' : 'ABERTA', pacienteId, entrada, ate };
    return {
      ...conta,
      ...((saida && (await this.#final(internacaoId))) ?? (await this.#apurada(internacao, ate))),
    };
  }

  /** What was charged, prices frozen; null in the moments before the bill is made. */
  async #final(internacaoId: number) {
    const final = await this.leitura.obter(
      "SELECT id FROM lancamentos WHERE origem = ? AND tipo = 'FINAL' AND parte = 1 AND ativo = 1",
      [origemDaInternacao(internacaoId)],
    );
    if (!final) return null;
    const { id, convenioId, valor, linhas } = await lerLancamento(this.leitura, inteiro(final.id));
    return { lancamentoId: id, convenioId, valor, semPreco: linhas.some((l) => l.semPreco === true), linhas };
  }

  async #apurada(internacao: InternacaoParaConta, ate: Date) {
    const { conta, pagador } = await this.apurador.apurar(internacao, ate);
    return {
      lancamentoId: null,
      convenioId: pagador.convenioId,
      valor: paraReais(conta.valor),
      semPreco: conta.semPreco,
      linhas: conta.linhas.map(linhaResposta),
    };
  }
}
