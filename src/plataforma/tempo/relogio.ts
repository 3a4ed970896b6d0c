/** The only source of "now". Use cases receive it; tests and the demo move it. */
export abstract class Relogio {
  /** The present instant, with milliseconds. */
  abstract agora(): Date;
}

/** The latest of these instants. With it, "now" never falls before what another replica, its clock ahead, has just recorded. */
export const maisTarde = (primeiro: Date, ...outros: readonly (Date | null)[]): Date =>
  outros.reduce<Date>((maior, outro) => (outro !== null && outro > maior ? outro : maior), primeiro);

/** The machine's clock. */
export class RelogioDoSistema extends Relogio {
  agora(): Date {
    return new Date();
  }
}

/** A clock that can be set and moved forwards; runs on from where it was put. */
export class RelogioMovel extends Relogio {
  /** `adiantadoMs`: how far it is ahead of the machine's. */
  constructor(public adiantadoMs = 0) {
    super();
  }

  agora(): Date {
    return new Date(Date.now() + this.adiantadoMs);
  }

  avancar(ms: number): void {
    this.adiantadoMs += ms;
  }

  ajustar(instante: Date): void {
    this.adiantadoMs = instante.getTime() - Date.now();
  }
}
