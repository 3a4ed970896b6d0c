import { Injectable } from '@nestjs/common';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** What the notice keeps: ids and instants. */
export type DadosDoAcessoDeEmergencia = {
  acessoId: number;
  usuarioId: number;
  pacienteId: number;
  em: string;
  ate: string;
};

interface PalavrasDoAcessoDeEmergencia {
  readonly acessoId: number;
  readonly usuarioId: number;
  readonly pacienteId: number;
  readonly abertoEm: string;
  readonly valeAte: string;
}

/** Tells the privacy officer, at once, that somebody broke the glass: whose record and who, by their ids only. */
@Injectable()
export class EmailDeAcessoDeEmergencia extends Email<PalavrasDoAcessoDeEmergencia> {
  override readonly tipo = 'acesso-de-emergencia';
  override readonly validadeHoras = null;
  override readonly exemplo = {
    acessoId: 31,
    usuarioId: 12,
    pacienteId: 845,
    abertoEm: '01/06/2026 às 14h05',
    valeAte: '01/06/2026 às 15h05',
  };

  constructor(private readonly politicas: PoliticasDoHospital) {
    super();
  }

  protected override assunto({ acessoId }: PalavrasDoAcessoDeEmergencia): string {
    return `Acesso de emergência a um prontuário (acesso ${acessoId})`;
  }

  override async reunir({
    em,
    ate,
    ...ids
  }: DadosDoAcessoDeEmergencia): Promise<PalavrasDoAcessoDeEmergencia> {
    const { fuso } = await this.politicas.atuais();
    const { acessoId, usuarioId, pacienteId } = ids;
    return {
      ...{ acessoId, usuarioId, pacienteId },
      abertoEm: porExtenso(new Date(em), fuso),
      valeAte: porExtenso(new Date(ate), fuso),
    };
  }
}
