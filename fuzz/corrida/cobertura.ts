import type { Documento, Operacao } from '../documento/documento.js';

/** Statuses that no request can ask for, and why. */
const FORA: Readonly<Record<number, string>> = {
  500: 'é uma falha nossa: vê-la seria o achado',
  503: 'só com o banco fora do ar ou ocupado: `npm run caos` a mostra',
};

/** Which of the documented pairs (operation, status) have been seen. */
export class Cobertura {
  readonly #pares: ReadonlyMap<string, ReadonlySet<number>>;
  readonly #vistos = new Map<string, Set<number>>();

  constructor(
    { operacoes }: Documento,
    /** Pairs that the product cannot be brought to by requests, and why. */
    private readonly inalcancavel: (operacao: string, status: number, descricao: string) => boolean,
  ) {
    this.#pares = new Map(operacoes.map((operacao) => [operacao.chave, new Set(this.#contam(operacao))]));
  }

  anotar(operacao: string, status: number): void {
    this.#vistos.set(operacao, (this.#vistos.get(operacao) ?? new Set()).add(status));
  }

  faltam(operacao: string): Set<number> {
    const vistos = this.#vistos.get(operacao);
    return new Set([...(this.#pares.get(operacao) ?? [])].filter((status) => !vistos?.has(status)));
  }

  get total(): number {
    return [...this.#pares.values()].reduce((soma, { size }) => soma + size, 0);
  }

  get vistos(): number {
    return this.total - this.paresQueFaltam().length;
  }

  paresQueFaltam(): string[] {
    return [...this.#pares.keys()].flatMap((operacao) =>
      [...this.faltam(operacao)].map((status) => `${operacao} ${status}`),
    );
  }

  /** Operations that have never succeeded, of those that requests can bring to it. */
  semSucesso(): string[] {
    const algumDeu = (lista: Iterable<number> = []): boolean =>
      [...lista].some((status) => status >= 200 && status < 300);
    return [...this.#pares]
      .filter(([operacao, contam]) => algumDeu(contam) && !algumDeu(this.#vistos.get(operacao)))
      .map(([operacao]) => operacao);
  }

  #contam({ chave, respostas }: Operacao): number[] {
    return [...respostas]
      .filter(([status, { descricao }]) => !(status in FORA) && !this.inalcancavel(chave, status, descricao))
      .map(([status]) => status);
  }
}
