import type { TipoDeLeito } from './tipos.js';

/** A stretch of a stay in one bed, `[inicio, fim)`; `fim` is null while it lasts. */
export interface TrechoDeOcupacao {
  readonly leitoId: number;
  readonly leitoNumero: string;
  readonly setorId: number;
  /** The bed's when the stretch began. */
  readonly tipo: TipoDeLeito;
  readonly inicio: Date;
  readonly fim: Date | null;
}

export interface PedidoDeOcupacao {
  readonly leitoId: number;
  readonly internacaoId: number;
  readonly pacienteId: number;
  readonly em: Date;
  /** When it is recorded; never before `em`. */
  readonly agora: Date;
  readonly autorId: number | null;
}

export interface PedidoDeTransferencia extends PedidoDeOcupacao {
  readonly motivo: string;
}

export interface PedidoDeDesocupacao {
  readonly internacaoId: number;
  readonly em: Date;
  /** When it is recorded; never before `em`. */
  readonly agora: Date;
  readonly autorId: number | null;
}

/**
 * Who is in which bed, as intervals. Always called inside a unit of work and in its transaction: an
 * admission and its bed stand or fall together.
 */
export abstract class OcupacaoDeLeitos {
  /**
   * Holds the bed that will be entered (and the one that the stay is in, by ascending id) until the end of
   * the transaction. Answers when their present states began: what happens "now" happens after that. An
   * unknown bed is left for `ocupar` and `transferir` to refuse.
   */
  abstract travar(leitoId: number, internacaoId?: number): Promise<Date | null>;

  /**
   * Puts the stay in the bed from `em` on. Refuses: unknown bed (422 `LEITO.NAO_ENCONTRADO`, campo leitoId);
   * taken (409 `INTERNACAO.LEITO_OCUPADO`); cleaning, blocked, in maintenance, reserved for another patient,
   * deactivated, not installed or of the observation class (409 `INTERNACAO.LEITO_INDISPONIVEL`); before the
   * bed was installed (422 `LEITO.AINDA_NAO_INSTALADO`, no campo); `em` overlaps another occupancy of the bed (409
   * `INTERNACAO.PERIODO_SOBREPOSTO`) or a block (409 `INTERNACAO.LEITO_INDISPONIVEL`).
   */
  abstract ocupar(pedido: PedidoDeOcupacao): Promise<void>;

  /**
   * Closes the stretch in course at `em` and opens another in `leitoId`, locking both beds by ascending id.
   * Refuses as `ocupar`, and the same bed with 409 `INTERNACAO.MESMO_LEITO`, and `em` before the stretch began
   * with 422 `INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO`. Answers the bed that was left.
   */
  abstract transferir(pedido: PedidoDeTransferencia): Promise<{ readonly deLeitoId: number }>;

  /** Closes the stretch in course: the patient has physically left. Refuses `em` before it began (422 `INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO`). Answers the bed left. */
  abstract desocupar(pedido: PedidoDeDesocupacao): Promise<{ readonly leitoId: number }>;

  /** The stretches of a stay, oldest first. */
  abstract trechos(internacaoId: number): Promise<readonly TrechoDeOcupacao[]>;
}
