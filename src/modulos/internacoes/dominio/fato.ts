import { invalido, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';

/** When something happened (`em`), when it was told (`agora`), and by whom. */
export interface Fato {
  readonly em: Date;
  readonly agora: Date;
  readonly autorId: number | null;
  /** Where the body says `em`, when it is not there. */
  readonly campo?: string;
}

/** Refuses what has not happened yet (422 `INTERNACAO.DATA_NO_FUTURO`). */
export function exigirPassado({ em, agora, campo = 'em' }: Fato): void {
  if (em.getTime() > agora.getTime())
    throw invalido(
      'INTERNACAO.DATA_NO_FUTURO',
      'O instante informado ainda não chegou. Informe quando o fato aconteceu, ou omita o campo para usar o instante atual.',
      campo,
    );
}

/** Refuses an admission or a request on a civil day before the patient's birth (422 `INTERNACAO.ANTES_DO_NASCIMENTO`). */
export function exigirNascido(dataNascimento: Dia, dia: Dia, campo: 'admitidaEm' | 'solicitadaEm'): void {
  if (dia < dataNascimento)
    throw regraViolada(
      'INTERNACAO.ANTES_DO_NASCIMENTO',
      `${campo === 'admitidaEm' ? 'A admissão' : 'O pedido de leito'} não pode ser anterior ao nascimento do paciente. Confira a data informada e o cadastro dele.`,
      campo,
    );
}

/** Refuses what would come before the last movement of the stay (422): a stay is told in order. */
export function exigirDepoisDe(ultimoMovimentoEm: Date, { em, campo = 'em' }: Fato): void {
  if (em.getTime() < ultimoMovimentoEm.getTime())
    throw regraViolada(
      'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
      `O instante informado é anterior ao último movimento desta internação (${ultimoMovimentoEm.toISOString()}).`,
      campo,
    );
}
