import type { Base, Motor } from '../ferramentas/apoio/base.js';
import type { Defeito, Troca } from '../ferramentas/defeitos/troca.js';
import type { Palco } from './palco.js';

/** A known-bad version of the product that a scenario must notice, or the scenario proves nothing. */
export interface VarianteRuim extends Defeito {
  /** What the finding must say: caught by accident, for another reason, is not caught. */
  readonly apanhadaPor: RegExp;
  /** Absent: the scenario's first engine. */
  readonly motores?: readonly Motor[];
  /** Left out of `--curto`, where another catches faults of its class. */
  readonly soNoCheio?: boolean;
  /** Takes away what would hide the fault: a unique key of this run's database. Runs once the tables exist. */
  preparar?(base: Base): Promise<void>;
}

/** One way to hurt the product, and what must still be true afterwards. */
export interface Cenario {
  /** As typed after `--so`. */
  readonly codigo: string;
  /** What is done to it, in Portuguese. */
  readonly descricao: string;
  readonly motores: readonly Motor[];
  /** Where fewer: on what the short run does it. None, for what needs more time than that has. */
  readonly motoresNoCurto?: readonly Motor[];
  readonly ruins: readonly VarianteRuim[];
  /** Changes that make the product no better and no worse, only quicker to observe; told in the report. */
  readonly ajustes?: (curto: boolean) => readonly Ajuste[];
  /**
   * Opens the stage, injects, and judges: what is wrong goes into `palco.achados`. An exception is a failure of
   * the harness, never a finding. A reason why it cannot be done on this machine is answered, and told.
   */
  executar(palco: Palco): Promise<void | Pulado>;
}

/** A neutral change of the product, openly said. */
export interface Ajuste extends Troca {
  readonly motivo: string;
}

/** Why a scenario did not run here. */
export interface Pulado {
  readonly pulado: string;
}
