import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONEXOES_SMTP } from '../../../plataforma/correio/opcoes-smtp.js';
import { resumoDoErro } from '../../../plataforma/erros/resumo-do-erro.js';
import { Laco } from '../../../plataforma/filas/laco.js';
import type { Posse } from '../../../plataforma/filas/tabela-de-prontas.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import { Carteiro } from './carteiro.js';
import { FilaDeEnvio, POSSE_MS } from './fila-de-envio.js';
import { SinalDeEnvio } from './sinal-de-envio.js';

export const ENVIO_LIGADO = Symbol('ENVIO_LIGADO');

/** More would wait for a connection with their claim running. */
const EM_PARALELO = CONEXOES_SMTP;
const TIQUE_MS = 1_000;
const BATIMENTO_MS = POSSE_MS / 4;

/**
 * Sends the notices of the queue, a few at a time, as each place becomes free: one that waits for a slow
 * server delays nobody. Several processes may run it.
 */
@Injectable()
export class EnviadorDeNotificacoes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #emCurso = new Map<Posse, Promise<void>>();
  readonly #laco = new Laco(
    TIQUE_MS,
    () => this.#umaVolta(),
    (erro) => this.#anotar('envio: volta falhou', erro),
  );
  #batimento: NodeJS.Timeout | undefined;
  #deixarDeOuvir: () => void = () => undefined;

  constructor(
    @Inject(ENVIO_LIGADO) private readonly ligado: boolean,
    private readonly fila: FilaDeEnvio,
    private readonly carteiro: Carteiro,
    private readonly sinal: SinalDeEnvio,
    private readonly registrador: Registrador,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.ligado) return;
    await this.fila.retomar();
    this.#deixarDeOuvir = this.sinal.ouvir(() => this.#laco.acordar());
    this.#batimento = setInterval(() => void this.#bater(), BATIMENTO_MS);
    this.#laco.iniciar();
  }

  /** Takes nothing more and finishes what is on its way; the heartbeat goes on until then. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#deixarDeOuvir();
    await this.#laco.parar();
    await Promise.all(this.#emCurso.values());
    clearInterval(this.#batimento);
  }

  async #umaVolta(): Promise<boolean> {
    const lugares = EM_PARALELO - this.#emCurso.size;
    if (lugares === 0) return false;
    const posses = await this.fila.tomar(lugares);
    for (const posse of posses) this.#emCurso.set(posse, this.#levar(posse));
    return posses.length > 0;
  }

  async #levar(posse: Posse): Promise<void> {
    try {
      await this.carteiro.entregar(posse);
    } finally {
      this.#emCurso.delete(posse);
      this.#laco.acordar();
    }
  }

  async #bater(): Promise<void> {
    if (this.#emCurso.size === 0) return;
    await this.fila
      .renovar([...this.#emCurso.keys()])
      .catch((erro: unknown) => this.#anotar('envio: batimento falhou', erro));
  }

  #anotar(mensagem: string, erro: unknown): void {
    this.registrador.erro(mensagem, { motivo: resumoDoErro(erro) });
  }
}
