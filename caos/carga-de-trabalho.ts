import { setTimeout as esperar } from 'node:timers/promises';
import { Sorteio } from '../src/demonstracao/hospital/sorteio.js';
import type { HospitalDoCaos } from './hospital.js';
import { Operador } from './operador.js';
import type { Palco } from './palco.js';
import { type Costumes, Plantonista } from './plantonista.js';

export interface OpcoesDaCarga extends Costumes {
  /** How many work at once. */
  readonly plantonistas: number;
  /** All on the same beds and patients; otherwise each has their own. */
  readonly disputa?: boolean;
  /** Pause of each between two commands, at most, in milliseconds. */
  readonly respiroMs?: number;
}

/** While nobody listens there is no use in asking at full speed. */
const ESPERA_SEM_NINGUEM_MS = 40;

/**
 * Many people at work at the same time, each command at a replica drawn for it: admissions, transfers, discharges,
 * cleanings, reservations. They go on whatever happens to the product, and read again what they are not sure of.
 */
export class CargaDeTrabalho {
  readonly operador: Operador;
  #parar = false;
  #emCurso: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly palco: Palco,
    private readonly hospital: HospitalDoCaos,
    private readonly opcoes: OpcoesDaCarga,
  ) {
    this.operador = new Operador(palco);
    // However the scenario ends, nobody goes on knocking at a hospital that is gone.
    palco.aoFechar(async () => {
      await this.parar().catch(() => undefined);
      this.operador.encerrar();
    });
  }

  /** Logs in and begins; goes on until `parar()`. */
  async comecar(): Promise<void> {
    await this.operador.entrar();
    const { plantonistas, disputa = false } = this.opcoes;
    const doTurno = (ids: readonly number[], n: number) =>
      disputa ? ids : ids.filter((_, i) => i % plantonistas === n);
    const trabalhos = Array.from({ length: plantonistas }, (_, n) => {
      const sorteio = new Sorteio(this.palco.sorteio.inteiro(0, 2 ** 31));
      const hospital = {
        ...this.hospital,
        leitos: doTurno(this.hospital.leitos, n),
        pacientes: doTurno(this.hospital.pacientes, n),
      };
      return this.#trabalhar(new Plantonista(this.operador, hospital, sorteio, this.opcoes), sorteio);
    });
    this.#emCurso = Promise.all(trabalhos);
    // Looked at in `parar()`; until then nobody is waiting for it.
    this.#emCurso.catch(() => undefined);
  }

  /** Lets everyone finish what is in hand, and throws what went wrong in the harness itself. */
  async parar(): Promise<void> {
    this.#parar = true;
    await this.#emCurso;
  }

  async #trabalhar(plantonista: Plantonista, sorteio: Sorteio): Promise<void> {
    const { respiroMs = 0 } = this.opcoes;
    while (!this.#parar) {
      const desfecho = await plantonista.passo();
      if (desfecho === 'adiado' || desfecho === 'incerto') await esperar(ESPERA_SEM_NINGUEM_MS);
      else if (respiroMs > 0) await esperar(sorteio.entre(0, respiroMs));
    }
  }
}
