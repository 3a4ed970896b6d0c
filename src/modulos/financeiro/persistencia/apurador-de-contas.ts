import { Injectable } from '@nestjs/common';
import { Calendario, type Dia } from '../../../plataforma/tempo/calendario.js';
import {
  type CondicoesDoPagador,
  LeituraDeConvenios,
} from '../../convenios/contrato/leitura-de-convenios.js';
import { type Politicas, PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import type { InternacaoParaConta } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { montarConta } from '../dominio/conta-da-internacao.js';
import type { Precos } from '../dominio/diarias.js';
import type { Cobranca } from '../dominio/lancamento.entity.js';
import { convenioQuePaga, type Pagador } from '../dominio/pagador.js';

/** No price at all: what is charged by these waits as a draft. */
const SEM_CONDICOES: CondicoesDoPagador = {
  prazoPagamentoDias: 0,
  vigenciaInicio: null,
  vigenciaFim: null,
  diarias: {},
};

export interface ContaApurada extends Cobranca {
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
    const { internacaoId, entrada } = internacao;
    const politicas = await this.politicas.atuais();
    const calendario = new Calendario(politicas.fuso, politicas.horaDoCenso);
    const trechos = await this.leitos.trechos(internacaoId);
    const { pagador, precos } = await this.#pagador(internacao, politicas, calendario.diaCivil(entrada));
    const conta = montarConta({ trechos, entrada, ate, precos, politicas, calendario });
    return { conta, pagador, calendario };
  }

  async #pagador(
    { pacienteId, convenioId: daInternacao }: InternacaoParaConta,
    politicas: Politicas,
    diaDaEntrada: Dia,
  ): Promise<{ pagador: Pagador; precos: Precos }> {
    const doPaciente = daInternacao === null ? await this.#convenioDoPaciente(pacienteId) : null;
    const convenioId = convenioQuePaga(daInternacao, doPaciente, diaDaEntrada);
    if (convenioId === null)
      return {
        pagador: { pacienteId, convenioId, prazoDias: politicas.prazoParticularDias },
        precos: politicas.diariasParticular,
      };
    const condicoes = doPaciente ?? (await this.#condicoes(convenioId));
    return {
      pagador: { pacienteId, convenioId, prazoDias: condicoes.prazoPagamentoDias },
      precos: condicoes.diarias,
    };
  }

  async #convenioDoPaciente(pacienteId: number) {
    const carteira = await this.pacientes.convenioDe(pacienteId);
    return carteira && { ...carteira, ...(await this.#condicoes(carteira.convenioId)) };
  }

  async #condicoes(convenioId: number): Promise<CondicoesDoPagador> {
    return (await this.convenios.condicoes(convenioId)) ?? SEM_CONDICOES;
  }
}
