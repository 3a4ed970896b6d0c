import { invalido, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { CONVENIO } from './registro-de-convenios.js';

/** First and last civil days of an insurer's contract, both included; null: no limit on that side. */
export interface Vigencia {
  readonly vigenciaInicio: Dia | null;
  readonly vigenciaFim: Dia | null;
}

/** Refuses an end before the beginning (422, campo vigenciaFim). */
export function exigirVigenciaOrdenada({ vigenciaInicio, vigenciaFim }: Vigencia): void {
  if (vigenciaInicio !== null && vigenciaFim !== null && vigenciaFim < vigenciaInicio)
    throw regraViolada(
      'CONVENIO.VIGENCIA_INVERTIDA',
      'O fim da vigência não pode ser antes do início.',
      'vigenciaFim',
    );
}

export const emVigor = ({ vigenciaInicio, vigenciaFim }: Vigencia, naData: Dia): boolean =>
  (vigenciaInicio ?? naData) <= naData && naData <= (vigenciaFim ?? naData);

/** Refuses, on `convenioId`, an insurer whose contract is not in force on that day (422). */
export function exigirEmVigor(convenioId: number, vigencia: Vigencia, naData: Dia): void {
  if (!emVigor(vigencia, naData))
    throw invalido(
      'CONVENIO.FORA_DA_VIGENCIA',
      `${CONVENIO.sujeito} ${convenioId} não está em vigor em ${naData.split('-').reverse().join('/')}. Confira a vigência ou escolha outro.`,
      'convenioId',
    );
}
