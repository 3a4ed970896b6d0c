import { inteiro, instante, ouNulo, type Parametro, travar } from '../../../banco/dialeto.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Internacao } from '../dominio/internacao.entity.js';
import { internacaoDaLinha } from './linha-de-internacao.js';
import { alteradaAoMesmoTempo, internacaoNaoEncontrada, pacienteJaInternado } from './recusas.js';

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
  const colunas = { ...colunasFixas(i), ...colunasQueMudam(i), versao: i.versao };
  const nomes = Object.keys(colunas);
  i.id = await unicaAberta(() =>
    tx.inserir(
      `INSERT INTO internacoes (${nomes.join(', ')}) VALUES (${nomes.map(() => '?').join(', ')})`,
      Object.values(colunas),
    ),
  );
}

/** Stores what the verbs changed, and the movements they made; one version more, whatever their number. */
export async function atualizarInternacao(tx: Transacao, i: Internacao): Promise<void> {
  const colunas = { ...colunasQueMudam(i), versao: i.versao + 1 };
  const mudadas = await unicaAberta(() =>
    tx.executar(
      `UPDATE internacoes SET ${Object.keys(colunas)
        .map((nome) => `${nome} = ?`)
        .join(', ')} WHERE id = ? AND versao = ?`,
      [...Object.values(colunas), i.id, i.versao],
    ),
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
  const valores = internacao
    .extrairMovimentacoes()
    .map((m): Parametro[] => [
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
    ]);
  if (valores.length === 0) return;
  await tx.executar(
    `INSERT INTO internacoes_movimentacoes (internacao_id, ordem, tipo, estado_anterior, estado_novo, de_leito_id,
       para_leito_id, previsto_para, em, registrado_em, motivo, autor_id)
     VALUES ${valores.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    valores.flat(),
  );
}

/** The patient's row is held, so this is the last word and seldom the first. */
const unicaAberta = <T>(gravar: () => Promise<T>): Promise<T> =>
  seDuplicar({ uq_internacoes_paciente_aberto: pacienteJaInternado }, gravar);

const colunasFixas = (i: Internacao): Record<string, Parametro> => ({
  paciente_id: i.pacienteId,
  cid_sistema: i.cidSistema,
  cid_versao: i.cidVersao,
  solicitada_em: i.solicitadaEm,
  criado_em: i.criadoEm,
  autor_id: i.autorId,
});

const colunasQueMudam = (i: Internacao): Record<string, Parametro> => ({
  medico_id: i.medicoId,
  convenio_id: i.convenioId,
  setor_id: i.setorId,
  status: i.status,
  carater: i.carater,
  cid_entrada: i.cidEntrada,
  cid_saida: i.cidSaida,
  motivo_saida: i.motivoSaida,
  medico_alta_id: i.medicoAltaId,
  observacao: i.observacao,
  tipo_leito: i.tipoLeito,
  prioridade: i.prioridade,
  posicao_na_fila: i.posicaoNaFila,
  entrada: i.entrada,
  saida: i.saida,
  desde: i.desde,
  alta_prevista_para: i.altaPrevistaPara,
  alta_clinica_em: i.altaClinicaEm,
  saida_esperada_em: i.saidaEsperadaEm,
  paciente_aberto_id: i.pacienteAbertoId,
  movimentos: i.movimentos,
  ultimo_movimento_em: i.ultimoMovimentoEm,
  atualizado_em: i.atualizadoEm,
});
