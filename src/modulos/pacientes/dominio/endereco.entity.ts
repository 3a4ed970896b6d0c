import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { INATIVACAO_COERENTE, umDestes } from '../../../plataforma/registros/verificacoes.js';
import { ENDERECO } from './registro-de-pacientes.js';

export interface DadosPostais {
  logradouro: string;
  numero: string;
  complemento?: string | null;
  bairro: string;
  cidade: string;
  estado: Uf;
  /** 8 digits. */
  cep: string;
}

/** Where a patient lives or lived. Of the addresses in use, one is the main one. */
@Entity('enderecos')
@Index('uq_enderecos_principal', ['pacientePrincipalId'], { unique: true })
@Index('ix_enderecos_paciente', ['pacienteId'])
@Check(
  'ck_enderecos_principal',
  'paciente_principal_id IS NULL OR (paciente_principal_id = paciente_id AND ativo = 1)',
)
@Check('ck_enderecos_estado', umDestes('estado', UFS))
@Check('ck_enderecos_cep', 'length(cep) = 8')
@Check('ck_enderecos_inativacao', INATIVACAO_COERENTE)
export class Endereco implements DadosPostais, Marcas {
  @Id() id!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_enderecos_paciente') pacienteId!: number;
  /** The patient's id on his main address, else null; unique, so that there is at most one. */
  @Inteiro('paciente_principal_id', { nulo: true }) pacientePrincipalId!: number | null;
  @Texto('logradouro', 150) logradouro!: string;
  @Texto('numero', 20) numero!: string;
  @Texto('complemento', 100, { nulo: true }) complemento!: string | null;
  @Texto('bairro', 100) bairro!: string;
  @Texto('cidade', 100) cidade!: string;
  @Texto('estado', 2) estado!: Uf;
  @Texto('cep', 8) cep!: string;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  static registrar(pacienteId: number, dados: DadosPostais, principal: boolean, agora: Date): Endereco {
    return Object.assign(new Endereco(), postais(dados), marcasDeCriacao(agora), {
      pacienteId,
      pacientePrincipalId: principal ? pacienteId : null,
    });
  }

  get principal(): boolean {
    return this.pacientePrincipalId !== null;
  }

  /** Changes the parts given. */
  corrigir(partes: Partial<DadosPostais>, agora: Date): void {
    Object.assign(this, semIndefinidos(partes), marcasDeAlteracao(this, agora));
  }

  /** Refuses one out of use (409). The present main one must make room before this one is stored. */
  tornarPrincipal(): void {
    if (!this.ativo)
      throw conflito(
        'ENDERECO.INATIVO',
        `O endereço ${this.id} está inativo. Reative-o antes de torná-lo o principal.`,
        'principal',
      );
    this.pacientePrincipalId = this.pacienteId;
  }

  exigirQueNaoSejaPrincipal(): void {
    if (this.principal)
      throw conflito(
        'ENDERECO.PRINCIPAL',
        `O endereço ${this.id} é o principal. Torne outro endereço o principal antes.`,
      );
  }

  inativar(motivo: string, agora: Date): void {
    if (!this.ativo) throw ENDERECO.jaInativo(this.id);
    const uso = { ativo: false, inativadoEm: agora, motivoInativacao: motivo, pacientePrincipalId: null };
    Object.assign(this, uso, marcasDeAlteracao(this, agora));
  }

  reativar(agora: Date): void {
    if (this.ativo) throw ENDERECO.jaAtivo(this.id);
    const uso = { ativo: true, inativadoEm: null, motivoInativacao: null };
    Object.assign(this, uso, marcasDeAlteracao(this, agora));
  }

  /** True when `dados` say the same place, letter by letter. */
  ehO(dados: DadosPostais): boolean {
    return Object.entries(postais(dados)).every(
      ([campo, valor]) => this[campo as keyof DadosPostais] === valor,
    );
  }
}

const postais = ({ complemento = null, ...dados }: DadosPostais): Required<DadosPostais> => {
  const { logradouro, numero, bairro, cidade, estado, cep } = dados;
  return { logradouro, numero, complemento, bairro, cidade, estado, cep };
};
