import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Laco } from '../filas/laco.js';
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
  readonly #laco = new Laco(
    TIQUE_MS,
    () => this.#umaVolta(),
    (erro) => this.#anotar(erro),
  );
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
    this.#laco.iniciar();
  }

  /** Stops claiming, finishes what is in hand. What remains waits in the database for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#deixarDeOuvir();
    await this.#laco.parar();
  }

  acordar(): void {
    this.#laco.acordar();
  }

  async #umaVolta(): Promise<boolean> {
    const [feitas] = await Promise.all([this.#entregar(), this.numerador.numerar()]);
    return feitas > 0;
  }

  async #entregar(): Promise<number> {
    const entregas = await this.fila.tomar(LOTE);
    const pendentes = [...entregas];
    const trabalhar = async (): Promise<void> => {
      for (let proxima = pendentes.shift(); proxima; proxima = pendentes.shift()) {
        if (this.#laco.parando) return this.fila.devolver([proxima]);
        await this.executor.executar(proxima);
      }
    };
    await Promise.all(Array.from({ length: Math.min(EM_PARALELO, entregas.length) }, trabalhar));
    return entregas.length;
  }

  #anotar(erro: unknown): void {
    this.registrador.erro('relé: volta falhou', {
      motivo: erro instanceof Error ? erro.message : String(erro),
    });
  }
}
