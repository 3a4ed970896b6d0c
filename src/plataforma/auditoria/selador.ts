import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { RELE_LIGADO } from '../eventos/rele.js';
import { Laco } from '../filas/laco.js';
import { Registrador } from '../observabilidade/registrador.js';
import { Amostras } from './amostras.js';
import { ChaveTrocada, Selagem } from './selagem.js';
import { resumoDoErro } from '../erros/resumo-do-erro.js';

const TIQUE_MS = 1_000;
/** Turns between those that look for late rows among the ids that were passed over; the others start where they stopped. */
const POR_INTEIRO_MS = 2_000;
const ANCORA_MS = 3_600_000;
/** The last ones of a stop: what is more than that waits for the next process. */
const LOTES_DA_DESPEDIDA = 20;

/**
 * Seals the trail a moment after it is written, off the way of who waits for an answer, where the reactions run. Once
 * an hour the end of the chain goes to the log: kept elsewhere, it tells whether what came before was rewritten.
 */
@Injectable()
export class Selador implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #laco: Laco;
  readonly #amostras = new Amostras();
  #frente = 0;
  #inteiraEm = -Infinity;
  #ancoraEm = -Infinity;

  constructor(
    @Inject(RELE_LIGADO) private readonly ligado: boolean,
    private readonly selagem: Selagem,
    private readonly registrador: Registrador,
  ) {
    this.#laco = new Laco(
      TIQUE_MS,
      () => this.#volta(),
      (erro) => this.#anotar(erro),
    );
  }

  onApplicationBootstrap(): void {
    if (this.ligado) this.#laco.iniciar();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.ligado) return;
    await this.#laco.parar();
    try {
      let desde = 0;
      for (let lotes = 0; lotes < LOTES_DA_DESPEDIDA; lotes++) {
        const { ate, cheio } = await this.selagem.selar(desde);
        if (!cheio) break;
        desde = ate;
      }
      await this.#lancarAncora();
    } catch (erro) {
      this.#anotar(erro);
    }
  }

  async #volta(): Promise<boolean> {
    const agora = performance.now();
    const inteira = agora - this.#inteiraEm >= POR_INTEIRO_MS;
    const marco = inteira ? this.#amostras.madura(agora) : 0;
    if (inteira) {
      this.#amostras.anotar(await this.selagem.maiorId(), agora);
      this.#inteiraEm = agora;
    }
    for (let desde = inteira ? 0 : this.#frente; ;) {
      const { ate, cheio } = await this.selagem.selar(desde, marco);
      this.#frente = Math.max(this.#frente, ate);
      if (!cheio || this.#laco.parando) break;
      desde = ate;
    }
    if (agora - this.#ancoraEm >= ANCORA_MS) await this.#lancarAncora();
    return false;
  }

  async #lancarAncora(): Promise<void> {
    const { sequencia, hash } = await this.selagem.cabeca();
    if (sequencia === 0) return;
    this.#ancoraEm = performance.now();
    this.registrador.informe('âncora da auditoria', { ancora: `${sequencia}:${hash}` });
  }

  #anotar(erro: unknown): void {
    this.registrador.erro(
      erro instanceof ChaveTrocada
        ? 'auditoria: a chave não é a que selou a trilha; nada é selado até que AUDITORIA_CHAVE seja a de antes'
        : 'auditoria: selagem falhou',
      { motivo: resumoDoErro(erro) },
    );
  }
}
