type Tarefa = () => Promise<unknown>;

/** What has to be put away at the end, however it comes: the last thing that was opened first. */
export class Faxina {
  readonly #tarefas: Tarefa[] = [];

  /** Answers a function that does it now, once. */
  aoFim(tarefa: Tarefa): () => Promise<void> {
    this.#tarefas.push(tarefa);
    return async () => {
      const lugar = this.#tarefas.indexOf(tarefa);
      if (lugar < 0) return;
      this.#tarefas.splice(lugar, 1);
      await tarefa();
    };
  }

  get quantas(): number {
    return this.#tarefas.length;
  }

  /** All of it, or only what was opened since there were `menos` things to put away. */
  async fazer(menos = 0): Promise<void> {
    while (this.#tarefas.length > menos) {
      const tarefa = this.#tarefas.pop()!;
      await tarefa().catch((erro: unknown) => console.error(`Ao arrumar: ${String(erro)}`));
    }
  }
}
