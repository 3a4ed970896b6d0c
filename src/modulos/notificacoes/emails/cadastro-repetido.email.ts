import { Injectable } from '@nestjs/common';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** Tells the owner of an account that somebody tried to sign up with its address (RF16). */
@Injectable()
export class EmailDeCadastroRepetido extends Email<{ tentadoEm: string }> {
  override readonly tipo = 'cadastro-repetido';
  override readonly validadeHoras = 24;
  override readonly exemplo = { tentadoEm: '01/06/2026 às 14h05' };

  constructor(private readonly politicas: PoliticasDoHospital) {
    super();
  }

  protected override assunto(): string {
    return 'Você já tem uma conta com este e-mail';
  }

  override async reunir({ em }: { em: string }): Promise<{ tentadoEm: string }> {
    const { fuso } = await this.politicas.atuais();
    return { tentadoEm: porExtenso(new Date(em), fuso) };
  }
}
