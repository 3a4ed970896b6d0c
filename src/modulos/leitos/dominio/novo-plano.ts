import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { AcaoPlanejavel } from './plano-do-leito.entity.js';

/** A period asked for in advance, still to be stored. */
export interface NovoPlano {
  readonly acao: AcaoPlanejavel;
  readonly inicio: Date;
  /** Null: until somebody ends it. */
  readonly ate: Date | null;
  readonly motivo: string | null;
  readonly pacienteId: number | null;
  readonly solicitacaoId: number | null;
  readonly registradoEm: Date;
  readonly autorId: number | null;
}

/** A plan whose time has come. */
export interface PlanoPendente extends NovoPlano {
  readonly id: number;
}

export const planoSobreposto = (numero: string): ErroDeDominio =>
  conflito(
    'LEITO.PLANO_SOBREPOSTO',
    `O leito ${numero} já tem um plano pendente em parte desse período. Cancele-o antes.`,
    'em',
  );

export const planoResolvido = (planoId: number): ErroDeDominio =>
  conflito('LEITO.PLANO_RESOLVIDO', `O plano ${planoId} não está mais pendente.`);
