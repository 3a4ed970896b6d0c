import { Injectable } from '@nestjs/common';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** Tells the owner of an account that its password is another, in case it was not them (RF16). */
@Injectable()
export class EmailDeSenhaTrocada extends Email<{ trocadaEm: string }> {
  override readonly tipo = 'senha-trocada';
  override readonly validadeHoras = null;
  override readonly exemplo = { trocadaEm: '01/06/2026 às 14h05' };

  constructor(private readonly politicas: PoliticasDoHospital) {
    super();
  }

  protected override assunto(): string {
    return 'A sua senha foi trocada';
  }

  override async reunir({ em }: { em: string }): Promise<{ trocadaEm: string }> {
    const { fuso } = await this.politicas.atuais();
    return { trocadaEm: porExtenso(new Date(em), fuso) };
  }
}
