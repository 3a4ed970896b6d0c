import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { booleano, centavos, dia, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import {
  Dia,
  Dinheiro,
  IdDe,
  Inteiro,
  Lista,
  Logico,
  Opcao,
  Texto,
} from '../../../plataforma/http/campos.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import { STATUS_DE_LANCAMENTO } from '../dominio/estados-do-lancamento.js';
import { TIPOS_DE_LANCAMENTO } from '../dominio/lancamento.entity.js';
import { type LinhaDaConta, type TipoDeLinha, TIPOS_DE_LINHA } from '../dominio/linha-da-conta.js';

export class LinhaResposta {
  @Opcao(TIPOS_DE_LINHA) tipo!: string;
  @Texto({ max: 20, opcional: true, descricao: 'Código na tabela de quem paga.' }) codigo?: string;
  @Texto({ max: 200, exemplo: 'Diária de enfermaria' }) descricao!: string;
  @Dia({ descricao: 'Primeiro dia a que a linha se refere.' }) data!: string;
  @Inteiro({ min: 1, exemplo: 4 }) quantidade!: number;
  @Dinheiro({ exemplo: 350.5 }) valorUnitario!: number;
  @Dinheiro({ exemplo: 1402, descricao: 'Quantidade × valor unitário, em reais.' }) valor!: number;
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Presente quando falta o preço na tabela de quem paga.',
  })
  semPreco?: true;
}

export class LancamentoResposta {
  @IdDe('lançamento') id!: number;
  @Opcao(TIPOS_DE_LANCAMENTO) tipo!: string;
  @Texto({ max: 40, exemplo: 'internacao:1', descricao: 'O que está sendo cobrado.' }) origem!: string;
  @Opcao(STATUS_DE_LANCAMENTO, { exemplo: 'EMITIDO' }) status!: string;
  @Dinheiro({ exemplo: 1402, descricao: 'Soma das linhas, em reais.' }) valor!: number;
  @IdDe('convênio que paga; nulo quando é particular', { nulo: true }) convenioId!: number | null;
  @IdDe('paciente') pacienteId!: number;
  @Dia({ nulo: true, descricao: 'Nula enquanto for rascunho.' }) emissao!: string | null;
  @Dia({ nulo: true, exemplo: '2026-07-01' }) vencimento!: string | null;
  @Lista(() => LinhaResposta) linhas!: LinhaResposta[];
}

export class ObterLancamento extends Query<LancamentoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterLancamento)
export class ObterLancamentoHandler implements IQueryHandler<ObterLancamento> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterLancamento): Promise<LancamentoResposta> {
    return lerLancamento(this.leitura, id);
  }
}

/** The charge with its lines; 404 when there is none. */
export async function lerLancamento(leitura: Leitura, id: number): Promise<LancamentoResposta> {
  const linha = await leitura.obter(`${SELECT_LANCAMENTO} WHERE l.id = ?`, [id]);
  if (!linha) throw naoEncontrado('LANCAMENTO.NAO_ENCONTRADO', `O lançamento ${id} não existe.`);
  const [lancamento] = await comLinhas(leitura, [lancamentoDaLinha(linha)]);
  return lancamento!;
}

export const SELECT_LANCAMENTO =
  'SELECT l.id, l.tipo, l.origem, l.status, l.valor, l.convenio_id, l.paciente_id, l.emissao, l.vencimento FROM lancamentos l';

/** A charge of `SELECT_LANCAMENTO`, still without its lines. */
export const lancamentoDaLinha = (l: Linha): LancamentoResposta => ({
  id: inteiro(l.id),
  tipo: texto(l.tipo),
  origem: texto(l.origem),
  status: texto(l.status),
  valor: paraReais(centavos(l.valor)),
  convenioId: ouNulo(inteiro)(l.convenio_id),
  pacienteId: inteiro(l.paciente_id),
  emissao: ouNulo(dia)(l.emissao),
  vencimento: ouNulo(dia)(l.vencimento),
  linhas: [],
});

/** Fills in the lines of all these charges with one query. */
export async function comLinhas(
  leitura: Leitura,
  lancamentos: readonly LancamentoResposta[],
): Promise<LancamentoResposta[]> {
  if (lancamentos.length === 0) return [];
  const linhas = await leitura.consultar(
    `SELECT * FROM lancamentos_linhas WHERE lancamento_id IN (${lancamentos.map(() => '?').join(', ')})
      ORDER BY lancamento_id, ordem`,
    lancamentos.map(({ id }) => id),
  );
  const porLancamento = new Map(lancamentos.map(({ id }) => [id, [] as LinhaResposta[]]));
  for (const linha of linhas)
    porLancamento.get(inteiro(linha.lancamento_id))!.push(linhaResposta(linhaGuardada(linha)));
  return lancamentos.map((lancamento) => ({ ...lancamento, linhas: porLancamento.get(lancamento.id)! }));
}

const linhaGuardada = (l: Linha): LinhaMostrada => ({
  tipo: texto(l.tipo) as TipoDeLinha,
  codigo: ouNulo(texto)(l.codigo),
  descricao: texto(l.descricao),
  data: dia(l.data),
  quantidade: inteiro(l.quantidade),
  precoUnitario: centavos(l.preco_unitario),
  valor: centavos(l.valor),
  semPreco: booleano(l.sem_preco),
});

type LinhaMostrada = Omit<LinhaDaConta, 'fator'>;

export const linhaResposta = (l: LinhaMostrada): LinhaResposta => ({
  tipo: l.tipo,
  ...(l.codigo === null ? {} : { codigo: l.codigo }),
  descricao: l.descricao,
  data: l.data,
  quantidade: l.quantidade,
  valorUnitario: paraReais(l.precoUnitario),
  valor: paraReais(l.valor),
  ...(l.semPreco ? { semPreco: true as const } : {}),
});
