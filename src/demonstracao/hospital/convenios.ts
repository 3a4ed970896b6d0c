import {
  Convenio,
  DiariaDoConvenio,
  type CadastroDeConvenio,
} from '../../modulos/convenios/dominio/convenio.entity.js';
import { emVigor } from '../../modulos/convenios/dominio/vigencia.js';
import type { Precos } from '../../modulos/financeiro/dominio/diarias.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../modulos/leitos/contrato/tipos.js';
import { marcasDeAlteracao } from '../../plataforma/registros/marcas.js';
import type { Dia } from '../../plataforma/tempo/calendario.js';
import type { Mundo } from './mundo.js';

/** What a private patient pays for a diária, in centavos. */
export const DIARIAS_PARTICULAR: Readonly<Record<TipoDeLeito, number>> = {
  ENFERMARIA: 48_000,
  APARTAMENTO: 89_000,
  UTI_ADULTO: 285_000,
  UTI_NEONATAL: 298_000,
  UTI_PEDIATRICA: 290_000,
  EMERGENCIA: 62_000,
  SEMI_INTENSIVO: 158_000,
  ISOLAMENTO: 76_000,
  PEDIATRICO: 52_000,
  PSIQUIATRICO: 55_000,
};

interface ConvenioDaDemonstracao extends Omit<CadastroDeConvenio, 'vigenciaInicio' | 'vigenciaFim'> {
  /** Of the hospital's own prices. */
  readonly desconto: number;
  /** Against the others, among those who have one. */
  readonly peso: number;
  readonly semPreco?: readonly TipoDeLeito[];
  /** In days before the demonstration. */
  readonly vigencia?: { readonly de: number; readonly ate: number };
  readonly inativadoHa?: number;
}

/** Insurers that nobody ever heard of, with neither ANS registration nor CNPJ: those would be somebody's. By id, from 1. */
// prettier-ignore
export const CONVENIOS: readonly ConvenioDaDemonstracao[] = [
  { nome: 'Ipê-Branco Saúde', tipoPlano: 'INDIVIDUAL', prazoPagamentoDias: 30, desconto: 0.18, peso: 26 },
  { nome: 'Jequitibá Assistência Familiar', tipoPlano: 'FAMILIAR', prazoPagamentoDias: 30, desconto: 0.22, peso: 22 },
  { nome: 'Manacá Empresas', tipoPlano: 'EMPRESARIAL', prazoPagamentoDias: 45, desconto: 0.25, peso: 20 },
  { nome: 'Quaresmeira Planos', tipoPlano: 'EMPRESARIAL', prazoPagamentoDias: 60, desconto: 0.28, peso: 15 },
  { nome: 'Guabiroba Vida', tipoPlano: 'INDIVIDUAL', prazoPagamentoDias: 30, desconto: 0.15, peso: 9, semPreco: ['SEMI_INTENSIVO', 'PSIQUIATRICO'] },
  { nome: 'Cambuci Saúde Coletiva', tipoPlano: 'EMPRESARIAL', prazoPagamentoDias: 45, desconto: 0.3, peso: 8, vigencia: { de: 900, ate: 62 } },
  { nome: 'Pitangueira Assistência', tipoPlano: 'FAMILIAR', prazoPagamentoDias: 30, desconto: 0.2, peso: 6, inativadoHa: 240 },
];

/**
 * For a month the contract's new table went without this price: what was closed in between waited for it as a draft.
 * In days before the demonstration.
 */
export const PRECO_QUE_FALTOU = { convenioId: 3, tipo: 'ISOLAMENTO', de: 42, ate: 9 } as const;

const emDezReais = (centavos: number): number => Math.round(centavos / 1000) * 1000;

const tabela = ({ desconto, semPreco = [] }: ConvenioDaDemonstracao): Precos =>
  Object.fromEntries(
    TIPOS_DE_LEITO.filter((tipo) => !semPreco.includes(tipo)).map((tipo) => [
      tipo,
      emDezReais(DIARIAS_PARTICULAR[tipo] * (1 - desconto)),
    ]),
  );

/** The insurers, and what they paid when. */
export class Convenios {
  readonly #convenios: readonly Convenio[];
  readonly #tabelas = CONVENIOS.map(tabela);
  readonly #semUm: Precos;

  constructor(private readonly mundo: Mundo) {
    this.#convenios = CONVENIOS.map((dados) => this.#cadastrar(dados));
    const { [PRECO_QUE_FALTOU.tipo]: _, ...semUm } = this.#tabelas[PRECO_QUE_FALTOU.convenioId - 1]!;
    this.#semUm = semUm;
  }

  obter(id: number): Convenio {
    return this.#convenios[id - 1]!;
  }

  /** True when the reception may admit by it on that day. */
  aceita(id: number, em: Date): boolean {
    const convenio = this.obter(id);
    const ativo = convenio.inativadoEm === null || em < convenio.inativadoEm;
    return ativo && emVigor(convenio, this.mundo.calendario.diaCivil(em));
  }

  precos(id: number, em: Date): Precos {
    const { convenioId, de, ate } = PRECO_QUE_FALTOU;
    const faltava = em >= this.mundo.diasAtras(de) && em < this.mundo.diasAtras(ate);
    return id === convenioId && faltava ? this.#semUm : this.#tabelas[id - 1]!;
  }

  #cadastrar(dados: ConvenioDaDemonstracao): Convenio {
    const { mundo } = this;
    const { nome, tipoPlano, prazoPagamentoDias, vigencia, inativadoHa } = dados;
    const dia = (dias: number): Dia => mundo.calendario.diaCivil(mundo.diasAtras(dias));
    const convenio = Convenio.cadastrar(
      {
        ...{ nome, tipoPlano, prazoPagamentoDias: prazoPagamentoDias ?? null },
        vigenciaInicio: vigencia ? dia(vigencia.de) : null,
        vigenciaFim: vigencia ? dia(vigencia.ate) : null,
      },
      mundo.inauguracao,
    );
    convenio.id = mundo.acervo.novoId(Convenio);
    if (convenio.id === PRECO_QUE_FALTOU.convenioId)
      for (const dias of [PRECO_QUE_FALTOU.de, PRECO_QUE_FALTOU.ate])
        convenio.alterar({}, mundo.diasAtras(dias));
    if (inativadoHa !== undefined) {
      const inativadoEm = mundo.diasAtras(inativadoHa);
      const motivoInativacao = 'Contrato encerrado em comum acordo.';
      Object.assign(convenio, { ativo: false, inativadoEm, motivoInativacao });
      Object.assign(convenio, marcasDeAlteracao(convenio, inativadoEm));
    }
    for (const [tipoLeito, valor] of Object.entries(tabela(dados)) as [TipoDeLeito, number][])
      mundo.acervo.incluir(DiariaDoConvenio, { convenioId: convenio.id, tipoLeito, valor });
    return mundo.acervo.guardar(Convenio, convenio);
  }
}
