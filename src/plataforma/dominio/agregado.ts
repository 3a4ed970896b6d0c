import type { EventoDeDominio } from '../eventos/evento.js';

/**
 * An entity that records what happened to it. Events are recorded as recipes, because the generated id
 * and the final version are known only when the row is written; the use case hands them to the unit of
 * work with `tx.registrar(...entidade.extrairEventos())` after writing.
 */
export abstract class Agregado {
  #receitas: (() => EventoDeDominio)[] = [];

  protected aconteceu(receita: () => EventoDeDominio): void {
    this.#receitas.push(receita);
  }

  /** The recorded events, once: a second call returns none. */
  extrairEventos(): EventoDeDominio[] {
    const receitas = this.#receitas;
    this.#receitas = [];
    return receitas.map((receita) => receita());
  }
}
