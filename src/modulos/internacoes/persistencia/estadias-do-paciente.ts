import { inteiro, instante, ouNulo } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type Periodo, sobrepoe } from '../dominio/periodo.js';
import { pacienteJaInternado, periodoSobreposto } from './recusas.js';

/** What the other stays of a patient say about one more. */
export interface EstadiasDoPaciente {
  /** When he was in the hospital. */
  readonly periodos: readonly Periodo[];
  /** His open request for a bed. */
  readonly solicitacaoId: number | null;
  /** The setor of the bed that he is about to enter; null when there is no such bed. */
  readonly setorId: number | null;
}

/** In one question, about all his stays but `exceto`. Call it with the patient's row held. */
export async function estadiasDoPaciente(
  tx: Transacao,
  pacienteId: number,
  { leitoId = null, exceto = null }: { leitoId?: number | null; exceto?: number | null } = {},
): Promise<EstadiasDoPaciente> {
  const linhas = await tx.consultar(
    `SELECT i.id, i.entrada, i.saida, (SELECT l.setor_id FROM leitos l WHERE l.id = ?) AS setor_id
       FROM pacientes p
       LEFT JOIN internacoes i ON i.paciente_id = p.id AND i.id <> ?
        AND i.status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA')
      WHERE p.id = ?`,
    [leitoId ?? 0, exceto ?? 0, pacienteId],
  );
  const estadias = linhas.filter(({ id }) => id !== null);
  const solicitacao = estadias.find(({ entrada }) => entrada === null);
  return {
    periodos: estadias
      .filter(({ entrada }) => entrada !== null)
      .map((l) => ({ inicio: instante(l.entrada), fim: ouNulo(instante)(l.saida) })),
    solicitacaoId: solicitacao ? inteiro(solicitacao.id) : null,
    setorId: ouNulo(inteiro)(linhas[0]?.setor_id),
  };
}

/** Refuses a patient who is in (409 `INTERNACAO.PACIENTE_JA_INTERNADO`). */
export function exigirFora({ periodos }: EstadiasDoPaciente): void {
  if (periodos.some(({ fim }) => fim === null)) throw pacienteJaInternado();
}

/** Refuses a period that shares time with another stay (409 `INTERNACAO.PERIODO_SOBREPOSTO`). */
export function exigirSemSobreposicao({ periodos }: EstadiasDoPaciente, periodo: Periodo): void {
  if (periodos.some((outro) => sobrepoe(outro, periodo))) throw periodoSobreposto();
}
