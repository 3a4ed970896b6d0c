import { Injectable } from '@nestjs/common';
import type { Transacao } from '../../../banco/transacao.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import type { Leito } from '../dominio/leito.entity.js';
import { gravarMovimentos, travarLeitos } from './leitos-no-banco.js';

/** Held beds, with what time has already done to them done: whoever comes before the scheduled task finds the same. */
@Injectable()
export class LeitosEmDia {
  constructor(private readonly politicas: PoliticasDoHospital) {}

  /** The beds that exist among these, held by ascending id until the end of the transaction; `guardarLeito` them all. */
  async travar(tx: Transacao, ids: readonly number[], agora: Date): Promise<Map<number, Leito>> {
    const leitos = await travarLeitos(tx, ids);
    for (const leito of leitos.values()) await this.porEmDia(tx, leito, agora);
    return leitos;
  }

  /** Ends what was due by `agora` in a held bed, and stores it; its events wait for `guardarLeito`. */
  async porEmDia(tx: Transacao, leito: Leito, agora: Date): Promise<void> {
    if (leito.venceEm === null || leito.venceEm > agora) return;
    const { leitoExigeLimpeza } = await this.politicas.atuais();
    leito.vencer(leitoExigeLimpeza, agora);
    await gravarMovimentos(tx, leito);
  }
}
