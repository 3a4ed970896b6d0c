import type { TipoDeLeito } from '../../src/modulos/leitos/contrato/tipos.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

type Criado = { id: number };

export interface NovaInternacao {
  readonly admitidaEm: Date;
  readonly convenioId?: number;
  /** The patient's own insurer. */
  readonly convenioDoPaciente?: number;
}

/** A small hospital made over HTTP: a ward, a doctor, and beds and patients as they are needed. */
export class HospitalDeTeste {
  #numero = 0;

  private constructor(
    private readonly aplicacao: AplicacaoDeTeste,
    readonly setorId: number,
    readonly medicoId: number,
  ) {}

  static async montar(aplicacao: AplicacaoDeTeste): Promise<HospitalDeTeste> {
    const setor = await aplicacao.criar<Criado>('/v1/setores', { nome: 'Clínica médica' });
    const medico = await aplicacao.criar<Criado>('/v1/medicos', {
      nome: 'Ana Teste',
      conselho: 'CRM',
      numeroConselho: '12345',
      ufConselho: 'SP',
    });
    return new HospitalDeTeste(aplicacao, setor.id, medico.id);
  }

  async convenio(diarias: Partial<Record<TipoDeLeito, number>>, prazoPagamentoDias = 30): Promise<number> {
    const { id } = await this.aplicacao.criar<Criado>('/v1/convenios', {
      nome: `Saúde Teste ${++this.#numero}`,
      tipoPlano: 'EMPRESARIAL',
      prazoPagamentoDias,
      diarias: Object.entries(diarias).map(([tipoLeito, valor]) => ({ tipoLeito, valor })),
    });
    return id;
  }

  async leito(tipo: TipoDeLeito): Promise<number> {
    const numero = `T${++this.#numero}`;
    return (await this.aplicacao.criar<Criado>('/v1/leitos', { numero, setorId: this.setorId, tipo })).id;
  }

  async paciente(convenioId?: number): Promise<number> {
    const { id } = await this.aplicacao.criar<Criado>('/v1/pacientes', {
      nome: `Paciente Fictício ${++this.#numero}`,
      dataNascimento: '1980-01-01',
      sexo: 'F',
      ...(convenioId === undefined ? {} : { convenioId }),
    });
    return id;
  }

  /** A patient of his own in a bed of his own; answers the stay's id. */
  async internar(tipo: TipoDeLeito, dados: NovaInternacao): Promise<number> {
    const { id } = await this.aplicacao.criar<Criado>('/v1/internacoes', {
      pacienteId: await this.paciente(dados.convenioDoPaciente),
      medicoId: this.medicoId,
      leitoId: await this.leito(tipo),
      cidEntrada: 'J18',
      admitidaEm: dados.admitidaEm,
      ...(dados.convenioId === undefined ? {} : { convenioId: dados.convenioId }),
    });
    return id;
  }

  /** To another bed, made for it. */
  async transferir(internacaoId: number, tipo: TipoDeLeito, em: Date): Promise<void> {
    await this.#comandar(`/v1/internacoes/${internacaoId}/transferir`, {
      leitoId: await this.leito(tipo),
      motivo: 'Mudança de cuidado',
      em,
    });
  }

  darAlta(internacaoId: number, em: Date): Promise<void> {
    return this.#comandar(`/v1/internacoes/${internacaoId}/alta`, {
      cidSaida: 'J18',
      motivoSaida: 'ALTA_MELHORADO',
      em,
    });
  }

  async #comandar(caminho: string, corpo: unknown): Promise<void> {
    const { status, corpo: resposta } = await this.aplicacao.post(caminho, corpo);
    if (status !== 200) throw new Error(`${caminho}: ${status} ${JSON.stringify(resposta)}`);
  }
}
