import { centavos, dia, inteiro, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import {
  campo,
  Dia,
  Dinheiro,
  IdDe,
  Inteiro,
  Lista,
  MAIOR_SOMA,
  Opcao,
  Texto,
} from '../../plataforma/http/campos.js';
import { paraReais } from '../../plataforma/http/dinheiro.js';
import {
  type AcaoDoLancamento,
  ESTADOS_DO_LANCAMENTO,
  STATUS_DE_LANCAMENTO,
  type StatusDoLancamento,
} from './dominio/estados-do-lancamento.js';
import { TIPOS_DE_LANCAMENTO, type TipoDeLancamento } from './dominio/lancamento-gravado.js';
import { LinhaResposta } from './linha-resposta.js';

export class LancamentoResposta {
  @IdDe('lançamento') id!: number;
  @Opcao(TIPOS_DE_LANCAMENTO, { descricao: 'De que se trata.' }) tipo!: TipoDeLancamento;
  @Texto({ max: 40, exemplo: 'internacao:1', descricao: 'O que está sendo cobrado.' }) origem!: string;
  @IdDe('conta de onde veio; nulo quando não veio de uma', { nulo: true }) contaId!: number | null;
  @Opcao(STATUS_DE_LANCAMENTO, { exemplo: 'EMITIDO', descricao: 'Em que situação está.' })
  status!: StatusDoLancamento;
  @campo({ exemplo: ['estornar'], descricao: 'O que se pode fazer agora.' }, { type: String, isArray: true })
  acoes!: readonly AcaoDoLancamento[];
  @Dinheiro({ max: MAIOR_SOMA, exemplo: 1402, descricao: 'Soma das linhas, em reais.' }) valor!: number;
  @IdDe('convênio que paga; nulo quando é particular', { nulo: true }) convenioId!: number | null;
  @IdDe('paciente') pacienteId!: number;
  @Dia({ nulo: true, descricao: 'Nula enquanto for rascunho.' }) emissao!: string | null;
  @Dia({
    nulo: true,
    exemplo: '2026-07-01',
    descricao: 'Até quando deve ser pago; nulo enquanto é rascunho.',
  })
  vencimento!: string | null;
  @IdDe('usuário que emitiu; nulo quando foi o sistema', { nulo: true, exemplo: null }) autorId!:
    number | null;
  @IdDe('lançamento que veio no lugar deste, que foi estornado', { nulo: true, exemplo: null })
  substituidoPor!: number | null;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Aumenta a cada mudança; é o que o `ETag` traz.' })
  versao!: number;
  @Lista(() => LinhaResposta, { descricao: 'O que se cobra, linha por linha.' }) linhas!: LinhaResposta[];
}

/** Charges, each with the next one made for the same thing after it was reversed; add a WHERE. */
export const SELECT_LANCAMENTO = `
  SELECT l.id, l.tipo, l.origem, l.conta_id, l.status, l.valor, l.convenio_id, l.paciente_id, l.emissao,
         l.vencimento, l.autor_id, l.versao,
         (SELECT MIN(n.id) FROM lancamentos n
           WHERE l.ativo IS NULL AND n.origem = l.origem AND n.tipo = l.tipo AND n.parte = l.parte AND n.id > l.id
         ) AS substituido_por
    FROM lancamentos l`;

/** A charge of `SELECT_LANCAMENTO`, still without its lines. */
export function lancamentoDaLinha(l: Linha): LancamentoResposta {
  const status = texto(l.status) as StatusDoLancamento;
  return {
    id: inteiro(l.id),
    tipo: texto(l.tipo) as TipoDeLancamento,
    origem: texto(l.origem),
    contaId: ouNulo(inteiro)(l.conta_id),
    status,
    acoes: ESTADOS_DO_LANCAMENTO.acoesDe(status),
    valor: paraReais(centavos(l.valor)),
    convenioId: ouNulo(inteiro)(l.convenio_id),
    pacienteId: inteiro(l.paciente_id),
    emissao: ouNulo(dia)(l.emissao),
    vencimento: ouNulo(dia)(l.vencimento),
    autorId: ouNulo(inteiro)(l.autor_id),
    substituidoPor: ouNulo(inteiro)(l.substituido_por),
    versao: inteiro(l.versao),
    linhas: [],
  };
}
