import { setTimeout as esperar } from 'node:timers/promises';
import type { ProcessoDoPlantao } from '../ferramentas/apoio/processo-do-plantao.js';

const INTERVALO_MS = 100;

/** What stands in front of replicas everywhere: asks each for its readiness, and sends nothing to one that says no. */
export class Distribuidor {
  readonly #prontas: boolean[];
  #parar = false;
  readonly #emCurso: Promise<unknown>;

  constructor(private readonly replicas: readonly ProcessoDoPlantao[]) {
    this.#prontas = replicas.map(() => true);
    this.#emCurso = Promise.all(replicas.map((replica, n) => this.#vigiar(replica, n)));
  }

  /** The first that is ready from this one on; null when none is. */
  escolher(replica: number): number | null {
    const quantas = this.replicas.length;
    const ordem = Array.from({ length: quantas }, (_, n) => (replica + n) % quantas);
    return ordem.find((n) => this.#prontas[n]) ?? null;
  }

  async encerrar(): Promise<void> {
    this.#parar = true;
    await this.#emCurso;
  }

  async #vigiar({ url }: ProcessoDoPlantao, n: number): Promise<void> {
    while (!this.#parar) {
      this.#prontas[n] = await fetch(`${url}/saude/pronta`, { signal: AbortSignal.timeout(2_000) }).then(
        async (resposta) => (await resposta.arrayBuffer(), resposta.ok),
        () => false,
      );
      await esperar(INTERVALO_MS);
    }
  }
}
