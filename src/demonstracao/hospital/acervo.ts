import type { Lote } from '../../banco/carga-em-massa.js';

/** Every row made so far, by entity, each with its id. */
export class Acervo {
  readonly #linhas = new Map<new () => object, object[]>();
  readonly #proximos = new Map<new () => object, number>();

  /** The next id of the entity; those up to `ate` of `reservar` are given by hand. */
  novoId(entidade: new () => object): number {
    const id = this.#proximos.get(entidade) ?? 1;
    this.#proximos.set(entidade, id + 1);
    return id;
  }

  /** Keeps the first ids for rows that must have them. */
  reservar(entidade: new () => object, ate: number): void {
    this.#proximos.set(entidade, ate + 1);
  }

  /** A new row, from what its columns hold. */
  incluir<T extends { id: number }>(entidade: new () => T, colunas: Omit<T, 'id'>): T {
    return this.guardar(entidade, Object.assign(new entidade(), colunas, { id: this.novoId(entidade) }));
  }

  /** A row that has its id already. */
  guardar<T extends object>(entidade: new () => T, linha: T): T {
    this.#de(entidade).push(linha);
    return linha;
  }

  retirar<T extends object>(entidade: new () => T, linha: T): void {
    const linhas = this.#de(entidade);
    linhas.splice(linhas.lastIndexOf(linha), 1);
  }

  lote(entidade: new () => object): Lote {
    return { entidade, linhas: this.#de(entidade) };
  }

  #de(entidade: new () => object): object[] {
    const linhas = this.#linhas.get(entidade) ?? [];
    if (linhas.length === 0) this.#linhas.set(entidade, linhas);
    return linhas;
  }
}
