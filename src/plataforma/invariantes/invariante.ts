import type { ValueProvider } from '@nestjs/common';

/** A sentence about the data that must hold whenever nobody is in the middle of a transaction. */
export interface Invariante {
  /** Stable name, `MODULO.O_QUE_SE_VIU`: what is found when it does not hold. */
  readonly codigo: string;
  /** What must hold, in Portuguese, for whoever has to act on it. */
  readonly descricao: string;
  /** Where the rule is written. */
  readonly fonte: string;
  /** What the ids are of: `leito` makes `leito:12`. Without it the query answers whole references. */
  readonly registro?: string;
  /**
   * One SELECT, in the SQL that all servers share, of the `id` of each row that breaks it. One statement sees
   * one state of the database, also under READ COMMITTED: never two halves of a transaction. It may name
   * `:agora`, `:prazo` (what was due before it is late) and `:escutas` (a table of which `saga` listens to
   * which `tipo` of event).
   */
  readonly sql: string;
}

/** What one module says of its data; found among the providers when the application starts. */
export class ConjuntoDeInvariantes {
  constructor(readonly lista: readonly Invariante[]) {}
}

/** The provider by which a module joins its invariants to those that are audited. */
export const invariantes = (...listas: readonly (readonly Invariante[])[]): ValueProvider => ({
  provide: Symbol('invariantes'),
  useValue: new ConjuntoDeInvariantes(listas.flat()),
});
