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

/** A stretch that is over, told late. */
export interface TrechoPassado {
  readonly leitoId: number;
  readonly inicio: Date;
  readonly fim: Date;
}

export interface PedidoDeHistorico {
  readonly internacaoId: number;
  /** Oldest first, each ending where the next begins. */
  readonly trechos: readonly TrechoPassado[];
  readonly agora: Date;
  /** Who told it; absent: nobody in particular. */
  readonly autorId?: number | null;
}

export interface PedidoDeAnulacao extends PedidoDeDesocupacao {
  readonly motivo: string;
}

export interface PedidoDeRetomada {
  readonly internacaoId: number;
  readonly pacienteId: number;
  readonly agora: Date;
  readonly autorId: number | null;
  readonly motivo: string;
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

  /**
   * Records a stay that is already over: its stretches enter the past of their beds, whose present state stays.
   * Holds the beds by ascending id. Refuses: unknown bed (422 `LEITO.NAO_ENCONTRADO`, campo leitoId); observation
   * class or never installed (409 `INTERNACAO.LEITO_INDISPONIVEL`); before the bed was installed (422
   * `LEITO.AINDA_NAO_INSTALADO`); a stretch that overlaps another occupancy of the bed (409
   * `INTERNACAO.PERIODO_SOBREPOSTO`) or a time when it was blocked or deactivated (409
   * `INTERNACAO.LEITO_INDISPONIVEL`). Answers the setor of the last bed.
   */
  abstract registrarPassado(pedido: PedidoDeHistorico): Promise<{ readonly setorId: number }>;

  /**
   * The stay was entered by mistake: none of its stretches counts any more (they are kept apart), and the bed it
   * is in, if any, is vacated at `em`. Answers that bed.
   */
  abstract anular(pedido: PedidoDeAnulacao): Promise<{ readonly leitoId: number | null }>;

  /**
   * Undoes the exit: the last stretch goes on as if it had never been closed. Refuses a bed that is taken (409
   * `INTERNACAO.LEITO_OCUPADO`), or that is neither free, reserved for this patient nor waiting for cleaning, or was
   * occupied, blocked or deactivated since the exit (409 `INTERNACAO.LEITO_INDISPONIVEL`). Answers the bed.
   */
  abstract retomar(pedido: PedidoDeRetomada): Promise<{ readonly leitoId: number }>;

  /** The stretches of a stay, oldest first. */
  abstract trechos(internacaoId: number): Promise<readonly TrechoDeOcupacao[]>;
}
