import { Injectable } from '@nestjs/common';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** What the notice keeps. */
export type DadosDaEntregaMorta = {
  entregaId: number;
  eventoId: string;
  saga: string;
  tentativas: number;
  em: string;
};

interface PalavrasDaEntregaMorta {
  readonly entregaId: number;
  readonly eventoId: string;
  readonly reacao: string;
  readonly tentativas: number;
  readonly paradaDesde: string;
}

/** Tells the operations desk that an automatic reaction gave up and waits for somebody (RF26). */
@Injectable()
export class EmailDeEntregaMorta extends Email<PalavrasDaEntregaMorta> {
  override readonly tipo = 'entrega-morta';
  override readonly validadeHoras = null;
  override readonly exemplo = {
    entregaId: 4821,
    eventoId: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f',
    reacao: 'financeiro.fechar-conta-ao-conceder-alta',
    tentativas: 8,
    paradaDesde: '01/06/2026 às 14h05',
  };

  constructor(private readonly politicas: PoliticasDoHospital) {
    super();
  }

  protected override assunto({ entregaId }: PalavrasDaEntregaMorta): string {
    return `Uma tarefa automática parou e precisa de atenção (entrega ${entregaId})`;
  }

  override async reunir({ saga, em, ...resto }: DadosDaEntregaMorta): Promise<PalavrasDaEntregaMorta> {
    const { fuso } = await this.politicas.atuais();
    return { ...resto, reacao: saga, paradaDesde: porExtenso(new Date(em), fuso) };
  }
}
