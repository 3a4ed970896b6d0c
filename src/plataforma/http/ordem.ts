import { Opcao } from './campos.js';
import type { Ordenacao } from './pagina.js';

/** What a list is ordered by: a column that is never null, and the key of the selected row that holds it. */
export type ColunaDeOrdem = Pick<Ordenacao, 'coluna' | 'campo'>;

/**
 * The orders that a list offers: each name ascending, or descending with a `-` before it. Every one needs an
 * index that ends in the id, together with the filters it is used with.
 */
export class Ordens {
  readonly #ordens: ReadonlyMap<string, Ordenacao>;

  constructor(
    colunas: Readonly<Record<string, ColunaDeOrdem>>,
    readonly padrao: string,
  ) {
    this.#ordens = new Map(
      Object.entries(colunas).flatMap(([nome, coluna]): [string, Ordenacao][] => [
        [nome, { ...coluna, decrescente: false }],
        [`-${nome}`, { ...coluna, decrescente: true }],
      ]),
    );
  }

  get opcoes(): string[] {
    return [...this.#ordens.keys()];
  }

  /** The order asked for, or the list's own. */
  escolher(pedida: string = this.padrao): Ordenacao {
    const ordem = this.#ordens.get(pedida);
    if (!ordem) throw new Error(`${pedida} is not an order of this list`);
    return ordem;
  }
}

/** The query field `ordem`; anything but the orders offered is refused (400). */
export const OrdemDaLista = (ordens: Ordens): PropertyDecorator =>
  Opcao(ordens.opcoes, {
    opcional: true,
    exemplo: ordens.padrao,
    descricao: `Ordem da lista; com \`-\`, decrescente. Ausente: ${ordens.padrao}.`,
  });
