import { booleano, centavos, dia, inteiro, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import type { Leitura } from '../../banco/leitura.js';
import { lista } from '../../banco/lista.js';
import { Dia, Dinheiro, Inteiro, Logico, MAIOR_SOMA, Opcao, Texto } from '../../plataforma/http/campos.js';
import { paraReais } from '../../plataforma/http/dinheiro.js';
import { type LinhaDaConta, type TipoDeLinha, TIPOS_DE_LINHA } from './dominio/linha-da-conta.js';

export class LinhaResposta {
  @Opcao(TIPOS_DE_LINHA, { descricao: 'O que se cobra.' }) tipo!: string;
  @Texto({ max: 20, opcional: true, descricao: 'Código na tabela de quem paga.' }) codigo?: string;
  @Texto({ max: 200, exemplo: 'Diária de enfermaria', descricao: 'Por extenso.' }) descricao!: string;
  @Dia({ descricao: 'Primeiro dia a que a linha se refere.' }) data!: string;
  @Inteiro({ min: 1, exemplo: 4, descricao: 'Quantas vezes.' }) quantidade!: number;
  @Dinheiro({ exemplo: 350.5, descricao: 'Quanto custa cada uma.' }) valorUnitario!: number;
  @Dinheiro({ max: MAIOR_SOMA, exemplo: 1402, descricao: 'Quantidade × valor unitário, em reais.' })
  valor!: number;
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Presente quando falta o preço na tabela de quem paga.',
  })
  semPreco?: true;
}

/** Fills in the lines of all these charges with one query. */
export async function comLinhas<T extends { id: number; linhas: LinhaResposta[] }>(
  leitura: Leitura,
  lancamentos: readonly T[],
): Promise<T[]> {
  if (lancamentos.length === 0) return [];
  const { lugares, valores } = lista(lancamentos.map(({ id }) => id));
  const linhas = await leitura.consultar(
    `SELECT * FROM lancamentos_linhas WHERE lancamento_id IN (${lugares}) ORDER BY lancamento_id, ordem`,
    valores,
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
