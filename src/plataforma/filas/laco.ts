import { setTimeout as pausa } from 'node:timers/promises';
import { foraDaTransacao } from '../../banco/transacao-ambiente.js';

/**
 * Background work that takes turns while there is something to do, then rests until it is woken or until
 * the tick: the safety net for what another process stored, what was put off and what a dead worker left.
 */
export class Laco {
  #parando = false;
  #emCurso: Promise<void> = Promise.resolve();
  #acordado = false;
  #despertar: () => void = () => undefined;

  constructor(
    private readonly tiqueMs: number,
    /** One turn; answers whether it may have left more to do right now. */
    private readonly volta: () => Promise<boolean>,
    private readonly aoFalhar: (erro: unknown) => void,
    /** The least between a turn that left nothing to do and the next, however often it is woken meanwhile. */
    private readonly respiroMs = 0,
  ) {}

  get parando(): boolean {
    return this.#parando;
  }

  iniciar(): void {
    this.#emCurso = foraDaTransacao(() => this.#rodar());
  }

  acordar(): void {
    this.#acordado = true;
    this.#despertar();
  }

  /** Starts no other turn and waits for the one in course. */
  async parar(): Promise<void> {
    this.#parando = true;
    this.acordar();
    await this.#emCurso;
  }

  async #rodar(): Promise<void> {
    while (!this.#parando) {
      this.#acordado = false;
      try {
        if (await this.volta()) continue;
      } catch (erro) {
        this.aoFalhar(erro);
      }
      await this.#repousar();
    }
  }

  async #repousar(): Promise<void> {
    if (this.respiroMs > 0 && !this.#parando) await pausa(this.respiroMs);
    if (this.#acordado || this.#parando) return;
    await new Promise<void>((resolver) => {
      const tique = setTimeout(resolver, this.tiqueMs);
      this.#despertar = () => {
        clearTimeout(tique);
        resolver();
      };
    });
  }
}
