import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';

/** What a payer agreed to: prices in centavos, term in days. */
export interface CondicoesDoPagador {
  readonly prazoPagamentoDias: number;
  /** Civil days between which the contract is in force, both included; null: no limit. */
  readonly vigenciaInicio: string | null;
  readonly vigenciaFim: string | null;
  readonly diarias: Readonly<Partial<Record<TipoDeLeito, number>>>;
}

/** Questions that other modules ask about insurers. */
export abstract class LeituraDeConvenios {
  /** Refuses an unknown or inactive insurer (422 `CONVENIO.NAO_ENCONTRADO` / `CONVENIO.INATIVO`, campo convenioId). */
  abstract exigirAtivo(convenioId: number): Promise<void>;

  /** The same, and one whose contract was not in force on `naData`, a civil day (422 `CONVENIO.FORA_DA_VIGENCIA`). */
  abstract exigirVigente(convenioId: number, naData: string): Promise<void>;

  /** Prices and term in force for this insurer; null when it does not exist. */
  abstract condicoes(convenioId: number): Promise<CondicoesDoPagador | null>;
}
