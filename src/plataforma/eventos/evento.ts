/** Events carry ids, codes, numbers and instants only: no name, document or clinical text. */
export type ValorDeEvento = string | number | boolean | null;
export type DadosDeEvento = Readonly<Record<string, ValorDeEvento | readonly ValorDeEvento[]>>;

/** The thing that changed; `versao` orders its events. */
export interface AgregadoDoEvento {
  readonly tipo: string;
  readonly id: number;
  readonly versao: number;
}

/** What the catalogue (`docs/eventos.md`) says of one kind of event. */
export interface DescricaoDeEvento {
  /** Stable name, `modulo.fato-no-passado`. */
  readonly tipo: string;
  readonly versao: number;
  readonly descricao: string;
  /** What each field of the payload means. */
  readonly campos: Readonly<Record<string, string>>;
}

/** A fact, in the past tense, that the unit of work stores in the transaction that made it true. */
export abstract class EventoDeDominio<D extends DadosDeEvento = DadosDeEvento> {
  constructor(
    readonly agregado: AgregadoDoEvento,
    readonly dados: D,
  ) {}
}

export type ClasseDeEvento<E extends EventoDeDominio = EventoDeDominio> = new (
  agregado: AgregadoDoEvento,
  dados: never,
) => E;

const catalogo = new Map<ClasseDeEvento, DescricaoDeEvento>();

/** Declares a class of event and enters it in the catalogue. */
export function Evento<D extends DadosDeEvento>(
  descricao: DescricaoDeEvento & { campos: Readonly<Record<keyof D & string, string>> },
) {
  return (classe: new (agregado: AgregadoDoEvento, dados: D) => EventoDeDominio<D>): void => {
    catalogo.set(classe, descricao);
  };
}

export function descricaoDoEvento(classe: ClasseDeEvento): DescricaoDeEvento {
  const descricao = catalogo.get(classe);
  if (!descricao) throw new Error(`${classe.name} has no @Evento declaration`);
  return descricao;
}

export const eventosDeclarados = (): readonly DescricaoDeEvento[] =>
  [...catalogo.values()].sort((a, b) => a.tipo.localeCompare(b.tipo));

/** An event as it is read back from the database, with what the unit of work stamped on it. */
export interface EventoGravado<E extends EventoDeDominio = EventoDeDominio> {
  readonly id: string;
  readonly tipo: string;
  readonly versao: number;
  readonly agregado: AgregadoDoEvento;
  readonly ocorridoEm: Date;
  readonly autorId: number | null;
  readonly correlacaoId: string;
  readonly dados: E['dados'];
}
