import { inteiro, instante, ouNulo, type Parametro, travar } from '../../../banco/dialeto.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito, type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Internacao } from '../dominio/internacao.entity.js';
import type { Periodo } from '../dominio/periodo.js';
import { internacaoDaLinha } from './linha-de-internacao.js';

export const internacaoNaoEncontrada = (id: number): ErroDeDominio =>
  naoEncontrado('INTERNACAO.NAO_ENCONTRADA', `A internação ${id} não existe.`);

export const pacienteJaInternado = (): ErroDeDominio =>
  conflito(
    'INTERNACAO.PACIENTE_JA_INTERNADO',
    'O paciente já está internado. Transfira-o ou dê alta antes de internar de novo.',
    'pacienteId',
  );

/**
 * When the patient was in the hospital, and the setor of the bed, in one question. Call it with the patient's
 * row held. An unknown bed answers no setor and no periods: `ocupar` is about to refuse it.
 */
export async function antesDeInternar(
  tx: Transacao,
  pacienteId: number,
  leitoId: number,
): Promise<{ setorId: number | null; periodos: Periodo[] }> {
  const linhas = await tx.consultar(
    `SELECT l.setor_id, i.entrada, i.saida
       FROM leitos l
       LEFT JOIN internacoes i ON i.paciente_id = ? AND i.status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA')
      WHERE l.id = ?`,
    [pacienteId, leitoId],
  );
  return {
    setorId: linhas[0] ? inteiro(linhas[0].setor_id) : null,
    periodos: linhas
      .filter((l) => l.entrada !== null)
      .map((l) => ({ inicio: instante(l.entrada), fim: ouNulo(instante)(l.saida) })),
  };
}

/** The setor of a bed that is known to exist. */
export async function setorDoLeito(tx: Transacao, leitoId: number): Promise<number> {
  const [linha] = await tx.consultar('SELECT setor_id FROM leitos WHERE id = ?', [leitoId]);
  return inteiro(linha?.setor_id);
}

/** The stay, held until the end of the transaction; 404 when there is none. */
export async function travarInternacao(tx: Transacao, id: number): Promise<Internacao> {
  const [linha] = await tx.consultar(`SELECT * FROM internacoes WHERE id = ?${travar(tx.motor)}`, [id]);
  if (!linha) throw internacaoNaoEncontrada(id);
  return internacaoDaLinha(linha);
}

/** Stores a new stay and gives it its id; its movements wait for the bed to be held (`gravarMovimentacoes`). */
export async function inserirInternacao(tx: Transacao, i: Internacao): Promise<void> {
  i.id = await seDuplicar({ uq_internacoes_paciente_aberto: pacienteJaInternado }, () =>
    tx.inserir(
      `INSERT INTO internacoes (paciente_id, medico_id, convenio_id, setor_id, status, carater, cid_sistema, cid_versao,
         cid_entrada, cid_saida, motivo_saida, medico_alta_id, observacao, entrada, saida, paciente_aberto_id,
         movimentos, ultimo_movimento_em, versao, criado_em, atualizado_em, autor_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        i.pacienteId,
        i.medicoId,
        i.convenioId,
        i.setorId,
        i.status,
        i.carater,
        i.cidSistema,
        i.cidVersao,
        i.cidEntrada,
        i.cidSaida,
        i.motivoSaida,
        i.medicoAltaId,
        i.observacao,
        i.entrada,
        i.saida,
        i.pacienteAbertoId,
        i.movimentos,
        i.ultimoMovimentoEm,
        i.versao,
        i.criadoEm,
        i.atualizadoEm,
        i.autorId,
      ],
    ),
  );
}

/** Stores what the verbs changed, and the movements they made; one version more, whatever their number. */
export async function atualizarInternacao(tx: Transacao, i: Internacao): Promise<void> {
  const mudadas = await seDuplicar({ uq_internacoes_paciente_aberto: pacienteJaInternado }, () =>
    tx.executar(
      `UPDATE internacoes
          SET medico_id = ?, convenio_id = ?, setor_id = ?, status = ?, cid_entrada = ?, cid_saida = ?, motivo_saida = ?,
              medico_alta_id = ?, observacao = ?, saida = ?, paciente_aberto_id = ?, movimentos = ?,
              ultimo_movimento_em = ?, atualizado_em = ?, versao = ?
        WHERE id = ? AND versao = ?`,
      [
        i.medicoId,
        i.convenioId,
        i.setorId,
        i.status,
        i.cidEntrada,
        i.cidSaida,
        i.motivoSaida,
        i.medicoAltaId,
        i.observacao,
        i.saida,
        i.pacienteAbertoId,
        i.movimentos,
        i.ultimoMovimentoEm,
        i.atualizadoEm,
        i.versao + 1,
        i.id,
        i.versao,
      ],
    ),
  );
  if (mudadas !== 1)
    throw conflito(
      'INTERNACAO.ALTERADA_AO_MESMO_TEMPO',
      `A internação ${i.id} mudou enquanto o pedido era atendido. Consulte-a e tente de novo.`,
    );
  i.versao += 1;
  await gravarMovimentacoes(tx, i);
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
      m.em,
      m.registradoEm,
      m.motivo,
      m.autorId,
    ]);
  if (valores.length === 0) return;
  await tx.executar(
    `INSERT INTO internacoes_movimentacoes (internacao_id, ordem, tipo, estado_anterior, estado_novo, de_leito_id,
       para_leito_id, em, registrado_em, motivo, autor_id)
     VALUES ${valores.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    valores.flat(),
  );
}
