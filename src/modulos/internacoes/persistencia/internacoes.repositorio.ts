import { inteiro, instante, ouNulo, type Parametro, travar } from '../../../banco/dialeto.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { insercao } from '../../../banco/insercao.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Internacao } from '../dominio/internacao.entity.js';
import { internacaoDaLinha } from './linha-de-internacao.js';
import { alteradaAoMesmoTempo, internacaoNaoEncontrada, pacienteJaInternado } from './recusas.js';

/** A column, and the property that it stores. */
type Coluna = readonly [coluna: string, propriedade: PropriedadeGravada];
type PropriedadeGravada = {
  [P in keyof Internacao]: Internacao[P] extends Parametro ? P : never;
}[keyof Internacao];

const FIXAS: readonly Coluna[] = [
  ['paciente_id', 'pacienteId'],
  ['cid_sistema', 'cidSistema'],
  ['cid_versao', 'cidVersao'],
  ['solicitada_em', 'solicitadaEm'],
  ['criado_em', 'criadoEm'],
  ['autor_id', 'autorId'],
];

const MUDAVEIS: readonly Coluna[] = [
  ['medico_id', 'medicoId'],
  ['convenio_id', 'convenioId'],
  ['setor_id', 'setorId'],
  ['status', 'status'],
  ['carater', 'carater'],
  ['cid_entrada', 'cidEntrada'],
  ['cid_saida', 'cidSaida'],
  ['motivo_saida', 'motivoSaida'],
  ['medico_alta_id', 'medicoAltaId'],
  ['observacao', 'observacao'],
  ['tipo_leito', 'tipoLeito'],
  ['prioridade', 'prioridade'],
  ['posicao_na_fila', 'posicaoNaFila'],
  ['entrada', 'entrada'],
  ['saida', 'saida'],
  ['desde', 'desde'],
  ['alta_prevista_para', 'altaPrevistaPara'],
  ['alta_clinica_em', 'altaClinicaEm'],
  ['saida_esperada_em', 'saidaEsperadaEm'],
  ['paciente_aberto_id', 'pacienteAbertoId'],
  ['movimentos', 'movimentos'],
  ['ultimo_movimento_em', 'ultimoMovimentoEm'],
  ['atualizado_em', 'atualizadoEm'],
];

const nomes = (colunas: readonly Coluna[]): string[] => colunas.map(([coluna]) => coluna);
const valores = (colunas: readonly Coluna[], i: Internacao): Parametro[] =>
  colunas.map(([, propriedade]) => i[propriedade]);

const INSERIR = insercao(
  `INSERT INTO internacoes (${[...nomes(FIXAS), ...nomes(MUDAVEIS)].join(', ')}, versao)`,
  FIXAS.length + MUDAVEIS.length + 1,
)(1);
const ATUALIZAR = `UPDATE internacoes SET ${nomes(MUDAVEIS).join(' = ?, ')} = ?, versao = ? WHERE id = ? AND versao = ?`;
const INSERIR_MOVIMENTACOES = insercao(
  `INSERT INTO internacoes_movimentacoes (internacao_id, ordem, tipo, estado_anterior, estado_novo, de_leito_id,
     para_leito_id, previsto_para, em, registrado_em, motivo, autor_id)`,
  12,
);

/** The stay, held until the end of the transaction; 404 when there is none. */
export async function travarInternacao(tx: Transacao, id: number): Promise<Internacao> {
  const [linha] = await tx.consultar(`SELECT * FROM internacoes WHERE id = ?${travar(tx.motor)}`, [id]);
  if (!linha) throw internacaoNaoEncontrada(id);
  return internacaoDaLinha(linha);
}

/** The open request, held; null when there is none, or it has just been closed. */
export async function travarSolicitacao(tx: Transacao, id: number | null): Promise<Internacao | null> {
  const solicitacao = id === null ? null : await travarInternacao(tx, id);
  return solicitacao?.status === 'SOLICITADA' ? solicitacao : null;
}

/** Whose stay it is, which never changes: to hold the patient before the stay. 404 when there is none. */
export async function pacienteDaInternacao(tx: Transacao, id: number): Promise<number> {
  const [linha] = await tx.consultar('SELECT paciente_id FROM internacoes WHERE id = ?', [id]);
  if (!linha) throw internacaoNaoEncontrada(id);
  return inteiro(linha.paciente_id);
}

/** The setor of a bed that is known to exist. */
export async function setorDoLeito(tx: Transacao, leitoId: number): Promise<number> {
  const [linha] = await tx.consultar('SELECT setor_id FROM leitos WHERE id = ?', [leitoId]);
  return inteiro(linha?.setor_id);
}

/** When the patient entered the bed that he is in, or was in last; null when he never was in one. */
export async function noLeitoDesde(tx: Transacao, internacaoId: number): Promise<Date | null> {
  const [linha] = await tx.consultar(
    "SELECT MAX(em) AS em FROM internacoes_movimentacoes WHERE internacao_id = ? AND tipo IN ('ADMISSAO','TRANSFERENCIA')",
    [internacaoId],
  );
  return ouNulo(instante)(linha?.em);
}

/** Stores a new stay and gives it its id; its movements wait for the bed to be held (`gravarMovimentacoes`). */
export async function inserirInternacao(tx: Transacao, i: Internacao): Promise<void> {
  i.id = await unicaAberta(() =>
    tx.inserir(INSERIR, [...valores(FIXAS, i), ...valores(MUDAVEIS, i), i.versao]),
  );
}

/** Stores what the verbs changed, and the movements they made; one version more, whatever their number. */
export async function atualizarInternacao(tx: Transacao, i: Internacao): Promise<void> {
  const mudadas = await unicaAberta(() =>
    tx.executar(ATUALIZAR, [...valores(MUDAVEIS, i), i.versao + 1, i.id, i.versao]),
  );
  if (mudadas !== 1) throw alteradaAoMesmoTempo(i.id);
  i.versao += 1;
  await gravarMovimentacoes(tx, i);
}

/** The same, and tells the rest of the hospital. */
export async function guardarInternacao(tx: Transacao, i: Internacao): Promise<void> {
  await atualizarInternacao(tx, i);
  tx.registrar(...i.extrairEventos());
}

/** Stores the movements made since the stay was loaded. Their beds must be held by now: a reference locks them too. */
export async function gravarMovimentacoes(tx: Transacao, internacao: Internacao): Promise<void> {
  const movimentacoes = internacao.extrairMovimentacoes();
  if (movimentacoes.length === 0) return;
  await tx.executar(
    INSERIR_MOVIMENTACOES(movimentacoes.length),
    movimentacoes.flatMap((m): Parametro[] => [
      m.internacaoId,
      m.ordem,
      m.tipo,
      m.estadoAnterior,
      m.estadoNovo,
      m.deLeitoId,
      m.paraLeitoId,
      m.previstoPara,
      m.em,
      m.registradoEm,
      m.motivo,
      m.autorId,
    ]),
  );
}

/** The patient's row is held, so this is the last word and seldom the first. */
const unicaAberta = <T>(gravar: () => Promise<T>): Promise<T> =>
  seDuplicar({ uq_internacoes_paciente_aberto: pacienteJaInternado }, gravar);
