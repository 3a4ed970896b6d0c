import type { Dia } from '../../../plataforma/tempo/calendario.js';

/** Who owes it, and in how many days. */
export interface Pagador {
  readonly pacienteId: number;
  /** Null: the patient pays, by the hospital's own table. */
  readonly convenioId: number | null;
  readonly prazoDias: number;
}

/** The patient's own convênio: his card and its contract with the hospital. Days are civil and included; null: no limit. */
export interface ConvenioDoPaciente {
  readonly convenioId: number;
  readonly validadeDaCarteira: Dia | null;
  readonly vigenciaInicio: Dia | null;
  readonly vigenciaFim: Dia | null;
}

/**
 * Which convênio pays a stay (DOMINIO §4): the stay's own, which was checked at the admission; else the patient's, if
 * on the day of the admission the contract was in force and the card valid; else none (null): it is private.
 */
export function convenioQuePaga(
  daInternacao: number | null,
  doPaciente: ConvenioDoPaciente | null,
  diaDaEntrada: Dia,
): number | null {
  if (daInternacao !== null) return daInternacao;
  return doPaciente && cobre(doPaciente, diaDaEntrada) ? doPaciente.convenioId : null;
}

const cobre = ({ vigenciaInicio, vigenciaFim, validadeDaCarteira }: ConvenioDoPaciente, dia: Dia): boolean =>
  (vigenciaInicio === null || vigenciaInicio <= dia) &&
  (vigenciaFim === null || dia <= vigenciaFim) &&
  (validadeDaCarteira === null || dia <= validadeDaCarteira);
