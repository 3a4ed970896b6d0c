import { Injectable } from '@nestjs/common';
import { Calendario, type Dia } from '../../../plataforma/tempo/calendario.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { exigirNascido } from '../dominio/fato.js';

/** What is judged by the day, in the hospital's zone, on which a stay begins. */
@Injectable()
export class DiaDaEntrada {
  constructor(
    private readonly politicas: PoliticasDoHospital,
    private readonly convenios: LeituraDeConvenios,
  ) {}

  /** Refuses a patient who was not born yet (`campo` is where the body says `em`), and as `exigirVigente`. */
  async exigir(
    em: Date,
    quem: { readonly dataNascimento: Dia; readonly convenioId: number | null },
    campo: 'admitidaEm' | 'solicitadaEm',
  ): Promise<void> {
    exigirNascido(quem.dataNascimento, await this.#dia(em), campo);
    await this.exigirVigente(quem.convenioId, em);
  }

  /** Refuses an insurer that was not in force then, and as `LeituraDeConvenios.exigirVigente`; null is nobody. */
  async exigirVigente(convenioId: number | null, em: Date): Promise<void> {
    if (convenioId !== null) await this.convenios.exigirVigente(convenioId, await this.#dia(em));
  }

  async #dia(em: Date): Promise<Dia> {
    const { fuso } = await this.politicas.atuais();
    return new Calendario(fuso).diaCivil(em);
  }
}
