import { Injectable } from '@nestjs/common';
import { ErroDeBanco } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import type { Leito } from '../dominio/leito.entity.js';
import { gravarMovimentos, guardarLeito, travarLeitos } from './leitos-no-banco.js';
import { PlanosDevidos } from './planos-devidos.js';

/** Held beds, with what time has already done to them done: whoever comes before the scheduled task finds the same. */
@Injectable()
export class LeitosEmDia {
  constructor(
    private readonly politicas: PoliticasDoHospital,
    private readonly planos: PlanosDevidos,
  ) {}

  /** The beds that exist among these, held by ascending id until the end of the transaction; `guardarLeito` them all. */
  async travar(tx: Transacao, ids: readonly number[], agora: Date): Promise<Map<number, Leito>> {
    const leitos = await travarLeitos(tx, ids);
    for (const leito of leitos.values()) await this.porEmDia(tx, leito, agora);
    return leitos;
  }

  /**
   * Ends what was due by `agora` in a held bed, begins what was planned and the bed can take, and stores it; its
   * events wait for `guardarLeito`. Costs nothing where nothing is due: the bed's own row tells.
   */
  async porEmDia(tx: Transacao, leito: Leito, agora: Date): Promise<void> {
    if (leito.venceEm !== null && leito.venceEm <= agora) {
      const { leitoExigeLimpeza } = await this.politicas.atuais();
      leito.vencer(leitoExigeLimpeza, agora);
    }
    await gravarMovimentos(tx, leito);
    if (leito.planoEm === null || leito.planoEm > agora) return;
    await this.planos.aplicar(tx, leito, agora);
    await outraVezSeRecusar(() => gravarMovimentos(tx, leito));
  }

  /** Stores what a command did to a held bed, and begins at once what was only waiting for it. */
  async guardar(tx: Transacao, leito: Leito, agora: Date): Promise<void> {
    await this.porEmDia(tx, leito, agora);
    await guardarLeito(tx, leito);
  }
}

/**
 * Somebody else has just reserved another bed for the patient of the plan: no fault of the command in course, which
 * is tried again, and then finds the plan waiting.
 */
async function outraVezSeRecusar(gravar: () => Promise<void>): Promise<void> {
  try {
    await gravar();
  } catch (erro) {
    throw erro instanceof ErroDeDominio ? new ErroDeBanco('passageiro', undefined, erro) : erro;
  }
}
