export interface PedidoDeReabertura {
  readonly internacaoId: number;
  readonly motivo: string;
  readonly agora: Date;
  readonly autorId: number | null;
}

/** The one thing that a stay asks of its account at once: whether it can still be undone. */
export abstract class ContasDasInternacoes {
  /**
   * The stay is open again, and so is its account: the active FINAL charge, if any, is reversed, never deleted.
   * Holds the account until the end of the transaction, so that a discharge being billed comes before or after,
   * never in between. Refuses (409 `FINANCEIRO.CONTA_PAGA`) when anything of it was paid, and
   * (403 `LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR`) whoever issued the charge by hand. Called inside a unit of
   * work, with the stay's row held; an account not opened yet is left for its own reaction.
   */
  abstract reabrir(pedido: PedidoDeReabertura): Promise<void>;
}
