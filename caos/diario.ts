/** What a command does when it does anything: exactly one event of this type. */
export interface Efeito {
  readonly evento: string;
  /** `internacao:12`; null: it creates the aggregate, whose id only the answer tells. */
  readonly agregado: string | null;
}

interface Anotado {
  feitos: number;
  incertos: number;
}

/** How many events of a type the database holds for an aggregate. */
export interface EventoContado {
  readonly evento: string;
  readonly agregado: string;
  readonly vezes: number;
}

/**
 * What the product promised, kept where no fault reaches: an effect it acknowledged must be there exactly once; one
 * whose answer never came may be there or not.
 */
export class Diario {
  readonly #porEvento = new Map<string, { agregados: Map<string, Anotado>; criacoesIncertas: number }>();

  feito({ evento, agregado }: Efeito & { agregado: string }): void {
    this.#anotado(evento, agregado).feitos += 1;
  }

  incerto({ evento, agregado }: Efeito): void {
    if (agregado === null) this.#doEvento(evento).criacoesIncertas += 1;
    else this.#anotado(evento, agregado).incertos += 1;
  }

  get eventos(): readonly string[] {
    return [...this.#porEvento.keys()];
  }

  /** How many effects of this type were acknowledged. */
  feitos(evento: string): number {
    return [...this.#doEvento(evento).agregados.values()].reduce((soma, { feitos }) => soma + feitos, 0);
  }

  /** Aggregates with an acknowledged effect of this type. */
  agregadosDe(evento: string): readonly string[] {
    return [...this.#doEvento(evento).agregados].filter(([, { feitos }]) => feitos > 0).map(([a]) => a);
  }

  get totais(): { feitos: number; incertos: number } {
    let [feitos, incertos] = [0, 0];
    for (const { agregados, criacoesIncertas } of this.#porEvento.values()) {
      incertos += criacoesIncertas;
      for (const anotado of agregados.values()) {
        feitos += anotado.feitos;
        incertos += anotado.incertos;
      }
    }
    return { feitos, incertos };
  }

  /** Calls `achar` with what was lost, what was doubled and what nobody asked for. */
  conferir(contados: readonly EventoContado[], achar: (oQue: string, exemplo: string) => void): void {
    const noBanco = new Map(contados.map((c) => [`${c.evento} ${c.agregado}`, c.vezes]));
    for (const [evento, { agregados, criacoesIncertas }] of this.#porEvento) {
      for (const [agregado, { feitos, incertos }] of agregados) {
        const vezes = noBanco.get(`${evento} ${agregado}`) ?? 0;
        if (vezes < feitos) achar(`PERDIDO: ${evento} confirmado e não gravado`, agregado);
        if (vezes > feitos + incertos) achar(`DOBRADO: ${evento} gravado mais vezes que pedido`, agregado);
      }
      const deNinguem = contados.filter((c) => c.evento === evento && !agregados.has(c.agregado));
      const excesso = deNinguem.reduce((soma, { vezes }) => soma + vezes, 0) - criacoesIncertas;
      if (excesso > 0) achar(`SURGIDO: ${evento} que ninguém pediu`, `${excesso} a mais`);
    }
  }

  #doEvento(evento: string) {
    let doEvento = this.#porEvento.get(evento);
    if (!doEvento) this.#porEvento.set(evento, (doEvento = { agregados: new Map(), criacoesIncertas: 0 }));
    return doEvento;
  }

  #anotado(evento: string, agregado: string): Anotado {
    const { agregados } = this.#doEvento(evento);
    let anotado = agregados.get(agregado);
    if (!anotado) agregados.set(agregado, (anotado = { feitos: 0, incertos: 0 }));
    return anotado;
  }
}
