import { Injectable } from '@nestjs/common';
import { Leitura } from '../../../banco/leitura.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { type Politicas, PoliticasDoHospital } from '../contrato/politicas-do-hospital.js';
import { lerPoliticas } from './ler-politicas.js';

/** How old an answer may be, where another replica made the change. */
const VALIDADE_MS = 5_000;

/** Keeps the policies in memory for a moment: they are asked on every hot command and change once a year. */
@Injectable()
export class PoliticasGuardadas extends PoliticasDoHospital {
  #guardadas: { readonly politicas: Politicas; readonly lidasEm: number } | null = null;
  #geracao = 0;

  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {
    super();
  }

  async atuais(): Promise<Politicas> {
    const agora = this.relogio.agora().getTime();
    // Math.abs: the movable clock may have been put back.
    if (this.#guardadas && Math.abs(agora - this.#guardadas.lidasEm) < VALIDADE_MS)
      return this.#guardadas.politicas;
    const geracao = this.#geracao;
    const politicas = await lerPoliticas(this.leitura);
    // A reading that a change overtook must not be kept.
    if (geracao === this.#geracao) this.#guardadas = { politicas, lidasEm: agora };
    return politicas;
  }

  /** To be called when a change has been committed. */
  esquecer(): void {
    this.#geracao++;
    this.#guardadas = null;
  }
}
