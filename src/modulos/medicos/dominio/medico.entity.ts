import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto, TextoLongo } from '../../../banco/colunas.js';
import { type Conselho, CONSELHOS, type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { INATIVACAO_COERENTE, nuloOuUmDestes, umDestes } from '../../../plataforma/registros/verificacoes.js';
import { exigirInscricaoValida, type Inscricao } from './inscricao.js';

/** MANHA 08–12, TARDE 13–18, NOITE 18–22, INTEGRAL 08–22, and the two shifts. */
export const HORARIOS_DE_ATENDIMENTO = [
  'MANHA',
  'TARDE',
  'NOITE',
  'INTEGRAL',
  'PLANTAO_12H',
  'PLANTAO_24H',
] as const;
export type HorarioDeAtendimento = (typeof HORARIOS_DE_ATENDIMENTO)[number];

/** Identifiers come in the stored form. A null clears what is optional. */
export interface CadastroDeMedico {
  nome: string;
  cpf?: string | null;
  email?: string | null;
  telefone?: string | null;
  horarioAtendimento?: HorarioDeAtendimento | null;
  biografia?: string | null;
}

/** A doctor, or any other professional with a council. */
@Entity('medicos')
@Index('uq_medicos_cpf', ['cpf'], { unique: true })
@Index('ix_medicos_nome', ['nomeBusca'])
@Index('ix_medicos_ativo', ['ativo', 'nomeBusca'])
@Index('ix_medicos_criacao', ['criadoEm', 'id'])
@Check('ck_medicos_cpf', 'cpf IS NULL OR length(cpf) = 11')
@Check('ck_medicos_horario', nuloOuUmDestes('horario_atendimento', HORARIOS_DE_ATENDIMENTO))
@Check('ck_medicos_inativacao', INATIVACAO_COERENTE)
export class Medico implements Marcas {
  @Id() id!: number;
  @Texto('nome', 120) nome!: string;
  @Texto('nome_busca', 120) nomeBusca!: string;
  @Texto('cpf', 11, { nulo: true }) cpf!: string | null;
  @Texto('email', 254, { nulo: true }) email!: string | null;
  @Texto('telefone', 16, { nulo: true }) telefone!: string | null;
  @Texto('horario_atendimento', 12, { nulo: true }) horarioAtendimento!: HorarioDeAtendimento | null;
  @TextoLongo('biografia', { nulo: true }) biografia!: string | null;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  static cadastrar(cadastro: CadastroDeMedico, agora: Date): Medico {
    const vazios = { cpf: null, email: null, telefone: null, horarioAtendimento: null, biografia: null };
    const medico = Object.assign(new Medico(), vazios, marcasDeCriacao(agora));
    medico.#preencher(cadastro);
    return medico;
  }

  alterar(mudancas: Partial<CadastroDeMedico>, agora: Date): void {
    this.#preencher(mudancas);
    Object.assign(this, marcasDeAlteracao(this, agora));
  }

  #preencher(campos: Partial<CadastroDeMedico>): void {
    Object.assign(this, semIndefinidos(campos));
    this.nomeBusca = normalizarParaBusca(this.nome);
  }
}

/** One registration of a professional; one of them is the main one, the one that documents show. */
@Entity('medicos_registros')
@Index('uq_medicos_registros_inscricao', ['conselho', 'numero', 'uf'], { unique: true })
@Index('uq_medicos_registros_principal', ['medicoPrincipalId'], { unique: true })
@Index('ix_medicos_registros_medico', ['medicoId'])
@Check('ck_medicos_registros_principal', 'medico_principal_id IS NULL OR medico_principal_id = medico_id')
@Check('ck_medicos_registros_conselho', umDestes('conselho', CONSELHOS))
@Check('ck_medicos_registros_uf', umDestes('uf', UFS))
export class RegistroDoMedico {
  @Id() id!: number;
  @Referencia('medico_id', 'Medico', 'fk_medicos_registros_medico') medicoId!: number;
  /** The professional's id on his main registration, else null; unique, so that there is one main registration. */
  @Inteiro('medico_principal_id', { nulo: true }) medicoPrincipalId!: number | null;
  @Texto('conselho', 8) conselho!: Conselho;
  @Texto('numero', 20) numero!: string;
  @Texto('uf', 2) uf!: Uf;
  @Instante('criado_em') criadoEm!: Date;

  /** Refuses a number that is not of its council. */
  static inscrever(
    medicoId: number,
    inscricao: Inscricao,
    principal: boolean,
    agora: Date,
  ): RegistroDoMedico {
    const registro = Object.assign(new RegistroDoMedico(), {
      medicoId,
      medicoPrincipalId: principal ? medicoId : null,
      criadoEm: agora,
    });
    registro.#escrever(inscricao);
    return registro;
  }

  /** Corrects the parts given. */
  corrigir(partes: Partial<Inscricao>): void {
    this.#escrever({
      conselho: this.conselho,
      numeroConselho: this.numero,
      ufConselho: this.uf,
      ...semIndefinidos(partes),
    });
  }

  #escrever(inscricao: Inscricao): void {
    exigirInscricaoValida(inscricao);
    Object.assign(this, {
      conselho: inscricao.conselho,
      numero: inscricao.numeroConselho,
      uf: inscricao.ufConselho,
    });
  }
}
