import { Injectable } from '@nestjs/common';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { LeituraDeLeitos } from '../../leitos/contrato/leitura-de-leitos.js';
import { Email } from './email.js';

/** What the notice keeps. */
export type DadosDoLeitoLiberado = { leitoId: number; setorId: number; em: string };

interface PalavrasDoLeitoLiberado {
  readonly leito: string;
  /** Null when the bed is not known any more. */
  readonly setor: string | null;
  readonly livreDesde: string;
}

/** Tells the operations desk that a bed became free (RF23). */
@Injectable()
export class EmailDeLeitoLiberado extends Email<PalavrasDoLeitoLiberado> {
  override readonly tipo = 'leito-liberado';
  override readonly validadeHoras = 24;
  override readonly exemplo = { leito: '203-B', setor: 'UTI Adulto', livreDesde: '01/06/2026 às 14h05' };

  constructor(
    private readonly leitos: LeituraDeLeitos,
    private readonly politicas: PoliticasDoHospital,
  ) {
    super();
  }

  protected override assunto({ leito, setor }: PalavrasDoLeitoLiberado): string {
    return setor === null ? `Leito ${leito} livre` : `Leito ${leito} livre · ${setor}`;
  }

  override async reunir({ leitoId, em }: DadosDoLeitoLiberado): Promise<PalavrasDoLeitoLiberado> {
    const [leito, { fuso }] = await Promise.all([this.leitos.identificar(leitoId), this.politicas.atuais()]);
    return {
      leito: leito?.numero ?? String(leitoId),
      setor: leito?.setorNome ?? null,
      livreDesde: porExtenso(new Date(em), fuso),
    };
  }
}
