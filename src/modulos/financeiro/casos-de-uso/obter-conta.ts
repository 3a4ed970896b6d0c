import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante, Inteiro, Opcao } from '../../../plataforma/http/campos.js';
import { STATUS_DE_CONTA, type StatusDaConta } from '../dominio/estados-da-conta.js';

export class ContaResposta {
  @IdDe('conta') id!: number;
  @IdDe('internação') internacaoId!: number;
  @Opcao(STATUS_DE_CONTA, { descricao: 'Em que situação está.' }) status!: StatusDaConta;
  @Instante({ descricao: 'Quando o paciente entrou.' }) abertura!: Date;
  @Instante({
    nulo: true,
    exemplo: null,
    descricao: 'Quando o paciente saiu; nulo enquanto a conta está aberta.',
  })
  fechamento!: Date | null;
  @IdDe('lançamento final que vale; nulo enquanto não houver', { nulo: true, exemplo: null })
  lancamentoFinalId!: number | null;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Aumenta a cada mudança; é o que o `ETag` traz.' })
  versao!: number;
}

export class ObterConta extends Query<ContaResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterConta)
export class ObterContaHandler implements IQueryHandler<ObterConta> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ id }: ObterConta): Promise<ContaResposta> {
    const linha = await this.leitura.obter(`${SELECT_CONTA} WHERE c.id = ?`, [id]);
    if (!linha) throw contaNaoEncontrada(id);
    return contaDaLinha(linha);
  }
}

export const contaNaoEncontrada = (id: number): ErroDeDominio =>
  naoEncontrado('CONTA.NAO_ENCONTRADA', `A conta ${id} não existe.`);

/** Accounts with the FINAL charge that stands, of which there is at most one; add a WHERE. */
export const SELECT_CONTA = `
  SELECT c.id, c.internacao_id, c.status, c.abertura, c.fechamento, c.versao, l.id AS lancamento_final_id
    FROM contas c
    LEFT JOIN lancamentos l ON l.conta_id = c.id AND l.tipo = 'FINAL' AND l.parte = 1 AND l.ativo = 1`;

export const contaDaLinha = (l: Linha): ContaResposta => ({
  id: inteiro(l.id),
  internacaoId: inteiro(l.internacao_id),
  status: texto(l.status) as StatusDaConta,
  abertura: instante(l.abertura),
  fechamento: ouNulo(instante)(l.fechamento),
  lancamentoFinalId: ouNulo(inteiro)(l.lancamento_final_id),
  versao: inteiro(l.versao),
});
