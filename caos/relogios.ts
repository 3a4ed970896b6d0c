import { ADMIN } from '../ferramentas/apoio/base.js';
import { ClienteHttp } from '../ferramentas/apoio/cliente-http.js';
import type { ProcessoDoPlantao } from '../ferramentas/apoio/processo-do-plantao.js';
import type { Palco } from './palco.js';

const MS_POR_HORA = 3_600_000;

/** The clocks of all replicas, moved together: each keeps its own, and forgets it when it is killed. */
export class Relogios {
  constructor(private readonly palco: Palco) {}

  async avancar(minutos: number): Promise<void> {
    this.palco.adiantadoMs += minutos * 60_000;
    await Promise.all(this.palco.replicas.map((replica) => this.#mover(replica, minutos * 60_000)));
  }

  /** After a start: brings it to the time of the others. */
  async acertar(replica: ProcessoDoPlantao): Promise<void> {
    if (this.palco.adiantadoMs > 0) await this.#mover(replica, this.palco.adiantadoMs);
  }

  /** A token ends by the clock that gave it: each time, a new one. */
  async #mover(replica: ProcessoDoPlantao, ms: number): Promise<void> {
    const cliente = new ClienteHttp(replica.url, 1);
    try {
      await cliente.entrar(ADMIN);
      await cliente.obter({
        metodo: 'POST',
        caminho: '/v1/relogio/avancar',
        corpo: { horas: ms / MS_POR_HORA },
      });
    } finally {
      cliente.encerrar();
    }
  }
}
