import { Check, Entity, Index } from 'typeorm';
import {
  Centavos,
  DiaCivil,
  Id,
  Instante,
  Inteiro,
  Logico,
  Referencia,
  Texto,
} from '../../../banco/colunas.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { entre, INATIVACAO_COERENTE, umDestes } from '../../../plataforma/registros/verificacoes.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { exigirVigenciaOrdenada } from './vigencia.js';

export const TIPOS_DE_PLANO = ['INDIVIDUAL', 'FAMILIAR', 'EMPRESARIAL'] as const;
export type TipoDePlano = (typeof TIPOS_DE_PLANO)[number];

/** Term of payment, in days. */
export const PRAZO = { min: 0, max: 365 } as const;
const PRAZO_PADRAO = 30;

/** Identifiers come in the stored form. A null clears what is optional; the term goes back to its default. */
export interface CadastroDeConvenio {
  nome: string;
  tipoPlano: TipoDePlano;
  registroAns?: string | null;
  cnpj?: string | null;
  prazoPagamentoDias?: number | null;
  /** First and last days of the contract, both included. */
  vigenciaInicio?: Dia | null;
  vigenciaFim?: Dia | null;
}

const VAZIOS = {
  registroAns: null,
  cnpj: null,
  prazoPagamentoDias: PRAZO_PADRAO,
  vigenciaInicio: null,
  vigenciaFim: null,
};

/** Who pays for the patient: a health plan. */
@Entity('convenios')
@Index('uq_convenios_registro_ans', ['registroAns'], { unique: true })
@Index('uq_convenios_cnpj', ['cnpj'], { unique: true })
@Index('ix_convenios_nome', ['nomeBusca'])
@Index('ix_convenios_ativo', ['ativo', 'nomeBusca'])
@Index('ix_convenios_criacao', ['criadoEm', 'id'])
@Check('ck_convenios_tipo_plano', umDestes('tipo_plano', TIPOS_DE_PLANO))
@Check('ck_convenios_registro_ans', 'registro_ans IS NULL OR length(registro_ans) = 6')
@Check('ck_convenios_cnpj', 'cnpj IS NULL OR length(cnpj) = 14')
@Check('ck_convenios_prazo', entre('prazo_pagamento_dias', PRAZO))
@Check(
  'ck_convenios_vigencia',
  'vigencia_inicio IS NULL OR vigencia_fim IS NULL OR vigencia_fim >= vigencia_inicio',
)
@Check('ck_convenios_inativacao', INATIVACAO_COERENTE)
export class Convenio implements Marcas {
  @Id() id!: number;
  @Texto('nome', 120) nome!: string;
  @Texto('nome_busca', 120) nomeBusca!: string;
  @Texto('tipo_plano', 12) tipoPlano!: TipoDePlano;
  @Texto('registro_ans', 6, { nulo: true }) registroAns!: string | null;
  @Texto('cnpj', 14, { nulo: true }) cnpj!: string | null;
  @Inteiro('prazo_pagamento_dias') prazoPagamentoDias!: number;
  @DiaCivil('vigencia_inicio', { nulo: true }) vigenciaInicio!: Dia | null;
  @DiaCivil('vigencia_fim', { nulo: true }) vigenciaFim!: Dia | null;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  static cadastrar(cadastro: CadastroDeConvenio, agora: Date): Convenio {
    const convenio = Object.assign(new Convenio(), VAZIOS, marcasDeCriacao(agora));
    convenio.#preencher(cadastro);
    return convenio;
  }

  alterar(mudancas: Partial<CadastroDeConvenio>, agora: Date): void {
    this.#preencher(mudancas);
    Object.assign(this, marcasDeAlteracao(this, agora));
  }

  #preencher(campos: Partial<CadastroDeConvenio>): void {
    Object.assign(this, semIndefinidos(campos));
    this.prazoPagamentoDias ??= PRAZO_PADRAO;
    this.nomeBusca = normalizarParaBusca(this.nome);
    exigirVigenciaOrdenada(this);
  }
}

/** What the insurer pays for one diária in a kind of bed. */
@Entity('convenios_diarias')
@Index('uq_convenios_diarias_tipo', ['convenioId', 'tipoLeito'], { unique: true })
@Check('ck_convenios_diarias_tipo', umDestes('tipo_leito', TIPOS_DE_LEITO))
@Check('ck_convenios_diarias_valor', 'valor >= 0')
export class DiariaDoConvenio {
  @Id() id!: number;
  @Referencia('convenio_id', 'Convenio', 'fk_convenios_diarias_convenio') convenioId!: number;
  @Texto('tipo_leito', 20) tipoLeito!: TipoDeLeito;
  @Centavos('valor') valor!: number;
}
