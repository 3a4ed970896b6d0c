import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';

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

/** Where a patient lives or lived. Never changed: a correction is a new address that becomes the main one. */
@Entity('enderecos')
@Index('uq_enderecos_principal', ['pacientePrincipalId'], { unique: true })
@Index('ix_enderecos_paciente', ['pacienteId'])
@Check('ck_enderecos_principal', 'paciente_principal_id IS NULL OR paciente_principal_id = paciente_id')
@Check('ck_enderecos_estado', umDestes('estado', UFS))
@Check('ck_enderecos_cep', 'length(cep) = 8')
export class Endereco implements DadosPostais {
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
  @Instante('criado_em') criadoEm!: Date;

  static registrar(pacienteId: number, dados: DadosPostais, principal: boolean, agora: Date): Endereco {
    const { logradouro, numero, complemento = null, bairro, cidade, estado, cep } = dados;
    const postais = { logradouro, numero, complemento, bairro, cidade, estado, cep };
    return Object.assign(new Endereco(), postais, {
      pacienteId,
      pacientePrincipalId: principal ? pacienteId : null,
      criadoEm: agora,
    });
  }

  /** True when `dados` say the same place, letter by letter. */
  ehO(dados: DadosPostais): boolean {
    const outro = Endereco.registrar(this.pacienteId, dados, true, this.criadoEm);
    return CAMPOS_POSTAIS.every((campo) => this[campo] === outro[campo]);
  }
}

const CAMPOS_POSTAIS = ['logradouro', 'numero', 'complemento', 'bairro', 'cidade', 'estado', 'cep'] as const;
