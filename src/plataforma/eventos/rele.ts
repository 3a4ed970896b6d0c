import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { foraDaTransacao } from '../../banco/transacao-ambiente.js';
import { Registrador } from '../observabilidade/registrador.js';
import { ExecutorDeEntregas } from './executor-de-entregas.js';
import { FilaDeEntregas } from './fila-de-entregas.js';
import { Numerador } from './numerador.js';
import { SinalDeEventos } from './sinal-de-eventos.js';

export const RELE_LIGADO = Symbol('RELE_LIGADO');

const LOTE = 64;
const EM_PARALELO = 8;
/** Safety net: what another process stored, what was put off, what a dead worker left. */
const TIQUE_MS = 500;

/** Carries stored events to the durable sagas that wait for them. Several processes may run it. */
@Injectable()
export class Rele implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #parando = false;
  #emCurso: Promise<void> = Promise.resolve();
  #acordar: () => void = () => undefined;
  #acordado = false;
  #deixarDeOuvir: () => void = () => undefined;

  constructor(
    @Inject(RELE_LIGADO) private readonly ligado: boolean,
    private readonly fila: FilaDeEntregas,
    private readonly executor: ExecutorDeEntregas,
    private readonly numerador: Numerador,
    private readonly sinal: SinalDeEventos,
    private readonly registrador: Registrador,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.ligado) return;
    await this.fila.retomar();
    this.#deixarDeOuvir = this.sinal.ouvir(() => this.acordar());
    this.#emCurso = foraDaTransacao(() => this.#rodar());
  }

  /** Stops claiming, finishes what is in hand. What remains waits in the database for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#parando = true;
    this.#deixarDeOuvir();
    this.acordar();
    await this.#emCurso;
  }

  acordar(): void {
    this.#acordado = true;
    this.#acordar();
  }

  async #rodar(): Promise<void> {
    while (!this.#parando) {
      this.#acordado = false;
      try {
        const [feitas] = await Promise.all([this.#umaVolta(), this.numerador.numerar()]);
        if (feitas > 0) continue;
      } catch (erro) {
        this.registrador.erro('relé: volta falhou', {
          motivo: erro instanceof Error ? erro.message : String(erro),
        });
      }
      await this.#esperar();
    }
  }

  async #umaVolta(): Promise<number> {
    const entregas = await this.fila.tomar(LOTE);
    const pendentes = [...entregas];
    const trabalhar = async (): Promise<void> => {
      for (let proxima = pendentes.shift(); proxima; proxima = pendentes.shift()) {
        if (this.#parando) return this.fila.devolver([proxima]);
        await this.executor.executar(proxima);
      }
    };
    await Promise.all(Array.from({ length: Math.min(EM_PARALELO, entregas.length) }, trabalhar));
    return entregas.length;
  }

  async #esperar(): Promise<void> {
    if (this.#acordado || this.#parando) return;
    await new Promise<void>((resolver) => {
      const tique = setTimeout(resolver, TIQUE_MS);
      this.#acordar = () => {
        clearTimeout(tique);
        resolver();
      };
    });
  }
}
