import { invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';

/** Something that happened to a bed: when (`em`), when it was told (`agora`), who told it and why. */
export interface Fato {
  readonly em: Date;
  readonly agora: Date;
  readonly autorId: number | null;
  readonly motivo: string | null;
}

/** What a command's body says of the fact. */
export interface DadosDoFato {
  readonly em?: Date;
  readonly motivo?: string;
}

/** Without `em` it happens now. */
export const fatoDe = (dados: DadosDoFato, autor: Autor, agora: Date): Fato => ({
  em: dados.em ?? agora,
  agora,
  autorId: autor.usuarioId,
  motivo: dados.motivo ?? null,
});

/** It is asked for in advance. */
export const aindaVaiSer = ({ em, agora }: Pick<Fato, 'em' | 'agora'>): boolean => em > agora;

/** Refuses what has not happened yet (422 `LEITO.EM_NO_FUTURO`). */
export function exigirPassado({ em, agora }: Pick<Fato, 'em' | 'agora'>): void {
  if (aindaVaiSer({ em, agora }))
    throw invalido(
      'LEITO.EM_NO_FUTURO',
      'O instante informado ainda não chegou. Informe quando o fato aconteceu, ou omita o campo para usar o instante atual.',
      'em',
    );
}

/** Refuses a period that ends before it begins, or as it begins (422 `LEITO.PERIODO_INVALIDO`). */
export function exigirFimDepois(em: Date, ate: Date | null, campo = 'ate'): void {
  if (ate !== null && ate <= em)
    throw invalido('LEITO.PERIODO_INVALIDO', 'O fim do período deve ser posterior ao início.', campo);
}
