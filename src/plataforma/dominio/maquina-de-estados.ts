import { conflito, type ErroDeDominio } from '../erros/erro-de-dominio.js';

/** One legal move. `quando` says, to people, what decides between moves of the same action. */
export interface Transicao<E extends string, A extends string> {
  readonly de: E;
  readonly acao: A;
  readonly para: E;
  readonly quando?: string;
}

const maquinas = new Map<string, MaquinaDeEstados<string, string>>();

/** Every machine that the loaded modules declare, by name. */
export const maquinasDeclaradas = (): ReadonlyMap<string, MaquinaDeEstados<string, string>> => maquinas;

/** A state machine as data: the rules, the answer of `GET /v1/estados/{maquina}` and the diagram come from it. */
export class MaquinaDeEstados<E extends string, A extends string> {
  readonly #acoes = new Map<E, readonly A[]>();

  constructor(
    readonly nome: string,
    readonly descricao: string,
    /** State -> what people call it, lower case: "em limpeza". */
    readonly estados: Readonly<Record<E, string>>,
    readonly iniciais: readonly E[],
    readonly transicoes: readonly Transicao<E, A>[],
    /** The actions that a client of the API can ask for, where they are not all. */
    private readonly expostas?: readonly A[],
  ) {
    maquinas.set(nome, this);
  }

  /** A client of the API can ask for it; else it happens by itself, or because of something else. */
  exposta(acao: A): boolean {
    return this.expostas?.includes(acao) ?? true;
  }

  /** What a client can ask for in this state; what happens by other means is left out. */
  acoesDe(estado: E): readonly A[] {
    const conhecidas = this.#acoes.get(estado);
    if (conhecidas) return conhecidas;
    const todas = this.transicoes.filter((t) => t.de === estado).map((t) => t.acao);
    const acoes = [...new Set(todas.filter((acao) => this.exposta(acao)))];
    this.#acoes.set(estado, acoes);
    return acoes;
  }

  permite(estado: E, acao: A): boolean {
    return this.transicoes.some((t) => t.de === estado && t.acao === acao);
  }

  /**
   * The state after `acao`; `para` chooses where the action may lead to more than one. Throws `recusa` for what
   * was not declared.
   */
  mover(estado: E, acao: A, codigo: string, sujeito: string, para?: E): E {
    const destino = this.transicoes.find(
      (t) => t.de === estado && t.acao === acao && (para === undefined || t.para === para),
    );
    if (destino) return destino.para;
    throw this.recusa(estado, acao, codigo, sujeito);
  }

  /**
   * A conflict with `codigo` that names the moves a client can ask for (`possiveis`, where not all that the state
   * allows are); `sujeito` is the thing, "O leito 101-A".
   */
  recusa(
    estado: E,
    acao: A,
    codigo: string,
    sujeito: string,
    possiveis: readonly A[] = this.acoesDe(estado),
  ): ErroDeDominio {
    return conflito(
      codigo,
      `${sujeito} está ${this.estados[estado]}: a ação "${acao}" não é possível. ` +
        (possiveis.length === 0 ? 'Nenhuma outra é.' : `Ações possíveis agora: ${possiveis.join(', ')}.`),
    );
  }

  /** Nothing leads out of it. */
  terminal(estado: E): boolean {
    return !this.transicoes.some((t) => t.de === estado);
  }

  /** The diagram, for READMEs and `GET /v1/estados/{maquina}`. */
  mermaid(): string {
    const linhas = this.iniciais.map((estado) => `  [*] --> ${estado}`);
    for (const t of this.transicoes) linhas.push(`  ${t.de} --> ${t.para}: ${t.acao}`);
    return ['stateDiagram-v2', ...linhas].join('\n');
  }
}
