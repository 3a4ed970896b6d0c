import { Injectable } from '@nestjs/common';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { type Politicas, PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import type { InternacaoParaConta } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { type ContaMontada, montarConta } from '../dominio/conta-da-internacao.js';
import type { Precos } from '../dominio/diarias.js';
import type { Pagador } from '../dominio/lancamento.entity.js';

export interface ContaApurada {
  readonly conta: ContaMontada;
  readonly pagador: Pagador;
  /** The hospital's, to date what is issued. */
  readonly calendario: Calendario;
}

/** Gathers what an account depends on and hands it to `montarConta`: the preview and the final bill come from here. */
@Injectable()
export class ApuradorDeContas {
  constructor(
    private readonly politicas: PoliticasDoHospital,
    private readonly leitos: OcupacaoDeLeitos,
    private readonly pacientes: PacientesDaInternacao,
    private readonly convenios: LeituraDeConvenios,
  ) {}

  /** The account of the stay up to `ate`, by the policies and prices in force, and who pays it. */
  async apurar(internacao: InternacaoParaConta, ate: Date): Promise<ContaApurada> {
    const politicas = await this.politicas.atuais();
    const trechos = await this.leitos.trechos(internacao.internacaoId);
    const { pagador, precos } = await this.#pagador(internacao, politicas);
    const calendario = new Calendario(politicas.fuso, politicas.horaDoCenso);
    const conta = montarConta({ trechos, entrada: internacao.entrada, ate, precos, politicas, calendario });
    return { conta, pagador, calendario };
  }

  /** The stay's convênio, else the patient's, else the patient himself by the hospital's own table (DOMINIO §4). */
  async #pagador(
    { pacienteId, convenioId }: InternacaoParaConta,
    politicas: Politicas,
  ): Promise<{ pagador: Pagador; precos: Precos }> {
    const convenio = convenioId ?? (await this.pacientes.convenioDe(pacienteId));
    if (convenio === null)
      return {
        pagador: { pacienteId, convenioId: null, prazoDias: politicas.prazoParticularDias },
        precos: politicas.diariasParticular,
      };
    // A convênio without conditions has no price: the charge waits as a draft.
    const condicoes = (await this.convenios.condicoes(convenio)) ?? { prazoPagamentoDias: 0, diarias: {} };
    return {
      pagador: { pacienteId, convenioId: convenio, prazoDias: condicoes.prazoPagamentoDias },
      precos: condicoes.diarias,
    };
  }
}
