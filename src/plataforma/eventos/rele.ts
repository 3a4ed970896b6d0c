import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Laco } from '../filas/laco.js';
import { Registrador } from '../observabilidade/registrador.js';
import { ExecutorDeEntregas } from './executor-de-entregas.js';
import { type EntregaPosseada, FilaDeEntregas } from './fila-de-entregas.js';
import { Numerador } from './numerador.js';
import { SinalDeEventos } from './sinal-de-eventos.js';
import { resumoDoErro } from '../erros/resumo-do-erro.js';

export const RELE_LIGADO = Symbol('RELE_LIGADO');
/** How often, in milliseconds, it looks for what nobody told it of. */
export const TIQUE_DO_RELE = Symbol('TIQUE_DO_RELE');
/** How many reactions run at once; each holds a connection. */
export const REACOES_EM_PARALELO = Symbol('REACOES_EM_PARALELO');

const LOTE = 64;
/** Every event and every reaction done wakes it: looking each time would cost more than what is found. */
const RESPIRO_DAS_ENTREGAS_MS = 10;
/** Nobody waits for a number as somebody does for a bill. */
const RESPIRO_DA_NUMERACAO_MS = 25;

/**
 * Carries stored events to the durable sagas that wait for them, as places become free: a reaction that
 * waits for a lock delays its own aggregate and nobody else. Several processes may run it.
 */
@Injectable()
export class Rele implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #entregas: Laco;
  readonly #numeracao: Laco;
  readonly #pendentes: EntregaPosseada[] = [];
  readonly #emCurso = new Set<Promise<void>>();
  #deixarDeOuvir: () => void = () => undefined;

  constructor(
    @Inject(RELE_LIGADO) private readonly ligado: boolean,
    @Inject(TIQUE_DO_RELE) tiqueMs: number,
    @Inject(REACOES_EM_PARALELO) private readonly emParalelo: number,
    private readonly fila: FilaDeEntregas,
    private readonly executor: ExecutorDeEntregas,
    private readonly numerador: Numerador,
    private readonly sinal: SinalDeEventos,
    private readonly registrador: Registrador,
  ) {
    this.#entregas = new Laco(
      tiqueMs,
      () => this.#tomar(),
      (erro) => this.#anotar('relé: volta falhou', erro),
      RESPIRO_DAS_ENTREGAS_MS,
    );
    this.#numeracao = new Laco(
      tiqueMs,
      () => this.numerador.numerar(),
      (erro) => this.#anotar('relé: numeração falhou', erro),
      RESPIRO_DA_NUMERACAO_MS,
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.ligado) return;
    await this.fila.retomar();
    this.#deixarDeOuvir = this.sinal.ouvir(() => this.acordar());
    this.#entregas.iniciar();
    this.#numeracao.iniciar();
  }

  /** Stops claiming, finishes what is in hand, gives back the rest. What remains waits for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#deixarDeOuvir();
    await Promise.all([this.#entregas.parar(), this.#numeracao.parar()]);
    await this.fila
      .devolver(this.#pendentes.splice(0))
      .catch((erro: unknown) => this.#anotar('relé: devolução falhou', erro));
    await Promise.all(this.#emCurso);
  }

  acordar(): void {
    this.#entregas.acordar();
    this.#numeracao.acordar();
  }

  async #tomar(): Promise<boolean> {
    if (this.#pendentes.length >= this.emParalelo) return false;
    const novas = await this.fila.tomar(LOTE);
    this.#pendentes.push(...novas);
    this.#distribuir();
    // Less than was asked for is all there was: what waits for one of its own aggregate is woken by its end.
    return novas.length === LOTE && this.#pendentes.length < this.emParalelo;
  }

  #distribuir(): void {
    while (this.#emCurso.size < this.emParalelo && !this.#entregas.parando) {
      const entrega = this.#pendentes.shift();
      if (!entrega) return;
      const feita = this.executor.executar(entrega).finally(() => {
        this.#emCurso.delete(feita);
        this.#distribuir();
        if (this.#pendentes.length < this.emParalelo) this.#entregas.acordar();
      });
      this.#emCurso.add(feita);
    }
  }

  #anotar(mensagem: string, erro: unknown): void {
    this.registrador.erro(mensagem, { motivo: resumoDoErro(erro) });
  }
}
