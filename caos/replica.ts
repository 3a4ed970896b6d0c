import { ProcessoDoPlantao } from '../ferramentas/apoio/processo-do-plantao.js';

/** One process of the product on a stage; it does not outlive it. */
export class Replica extends ProcessoDoPlantao {
  #aposentada = false;

  override async ligar(): Promise<void> {
    if (this.#aposentada) throw new Error('the stage is closed');
    await super.ligar();
  }

  /** Kills it for good: whatever a scenario still has in course cannot start it again. */
  async aposentar(): Promise<void> {
    this.#aposentada = true;
    await this.matar();
  }
}
