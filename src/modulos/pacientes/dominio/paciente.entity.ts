import { Check, Entity, Index } from 'typeorm';
import { DiaCivil, Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { INATIVACAO_COERENTE, umDestes } from '../../../plataforma/registros/verificacoes.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { SEXOS, type Sexo } from '../contrato/sexo.js';
import { maeParaBusca } from './mae.js';
import { exigirNascimentoPossivel } from './nascimento.js';

/** Identifiers come in the stored form. A null clears what is optional. */
export interface CadastroDePaciente {
  nome: string;
  dataNascimento: Dia;
  sexo: Sexo;
  cpf?: string | null;
  cns?: string | null;
  email?: string | null;
  telefone?: string | null;
  nomeMae?: string | null;
  nomeSocial?: string | null;
  contatoEmergencia?: { nome: string; telefone: string } | null;
  convenioId?: number | null;
  numeroCarteira?: string | null;
  /** Last day of the card. */
  validadeCarteira?: Dia | null;
}

const VAZIOS = {
  cpf: null,
  cns: null,
  email: null,
  telefone: null,
  nomeMae: null,
  nomeMaeBusca: null,
  nomeSocial: null,
  contatoNome: null,
  contatoTelefone: null,
  convenioId: null,
  numeroCarteira: null,
  validadeCarteira: null,
};

/** Who is cared for. The newborn, the foreigner and the unidentified have no CPF. */
@Entity('pacientes')
@Index('uq_pacientes_cpf', ['cpf'], { unique: true })
@Index('uq_pacientes_cns', ['cns'], { unique: true })
@Index('ix_pacientes_nome', ['nomeBusca'])
@Index('ix_pacientes_ativo', ['ativo', 'nomeBusca'])
@Index('ix_pacientes_homonimo', ['dataNascimento', 'nomeBusca'])
@Index('ix_pacientes_convenio', ['convenioId', 'nomeBusca'])
@Index('ix_pacientes_mae', ['dataNascimento', 'nomeMaeBusca'])
@Index('ix_pacientes_telefone', ['telefone'])
@Index('ix_pacientes_criacao', ['criadoEm', 'id'])
@Index('ix_pacientes_ativo_criacao', ['ativo', 'criadoEm', 'id'])
@Index('ix_pacientes_ativo_id', ['ativo', 'id'])
@Index('ix_pacientes_convenio_criacao', ['convenioId', 'criadoEm', 'id'])
@Index('ix_pacientes_convenio_id', ['convenioId', 'id'])
@Index('ix_pacientes_convenio_ativo', ['convenioId', 'ativo', 'nomeBusca'])
@Index('ix_pacientes_convenio_ativo_criacao', ['convenioId', 'ativo', 'criadoEm', 'id'])
@Index('ix_pacientes_convenio_ativo_id', ['convenioId', 'ativo', 'id'])
@Check('ck_pacientes_cpf', 'cpf IS NULL OR length(cpf) = 11')
@Check('ck_pacientes_cns', 'cns IS NULL OR length(cns) = 15')
@Check('ck_pacientes_sexo', umDestes('sexo', SEXOS))
@Check(
  'ck_pacientes_contato',
  '(contato_nome IS NULL AND contato_telefone IS NULL) OR (contato_nome IS NOT NULL AND contato_telefone IS NOT NULL)',
)
@Check('ck_pacientes_carteira', 'numero_carteira IS NULL OR convenio_id IS NOT NULL')
@Check('ck_pacientes_validade_carteira', 'validade_carteira IS NULL OR convenio_id IS NOT NULL')
@Check('ck_pacientes_nome_mae_busca', 'nome_mae_busca IS NULL OR nome_mae IS NOT NULL')
@Check('ck_pacientes_inativacao', INATIVACAO_COERENTE)
export class Paciente implements Marcas {
  @Id() id!: number;
  @Texto('nome', 150) nome!: string;
  @Texto('nome_busca', 150) nomeBusca!: string;
  @Texto('nome_social', 150, { nulo: true }) nomeSocial!: string | null;
  @Texto('cpf', 11, { nulo: true }) cpf!: string | null;
  @Texto('cns', 15, { nulo: true }) cns!: string | null;
  @DiaCivil('data_nascimento') dataNascimento!: Dia;
  @Texto('sexo', 5) sexo!: Sexo;
  @Texto('email', 254, { nulo: true }) email!: string | null;
  @Texto('telefone', 16, { nulo: true }) telefone!: string | null;
  @Texto('nome_mae', 150, { nulo: true }) nomeMae!: string | null;
  /** Null too when the mother is said to be unknown: two unknown mothers are not one. */
  @Texto('nome_mae_busca', 150, { nulo: true }) nomeMaeBusca!: string | null;
  @Texto('contato_nome', 150, { nulo: true }) contatoNome!: string | null;
  @Texto('contato_telefone', 16, { nulo: true }) contatoTelefone!: string | null;
  @Referencia('convenio_id', 'Convenio', 'fk_pacientes_convenio', { nulo: true }) convenioId!: number | null;
  @Texto('numero_carteira', 40, { nulo: true }) numeroCarteira!: string | null;
  @DiaCivil('validade_carteira', { nulo: true }) validadeCarteira!: Dia | null;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  /** `hoje` is the hospital's day. */
  static cadastrar(cadastro: CadastroDePaciente, hoje: Dia, agora: Date): Paciente {
    const paciente = Object.assign(new Paciente(), VAZIOS, marcasDeCriacao(agora));
    paciente.#preencher(cadastro, hoje);
    return paciente;
  }

  alterar(mudancas: Partial<CadastroDePaciente>, hoje: Dia, agora: Date): void {
    this.#preencher(mudancas, hoje);
    Object.assign(this, marcasDeAlteracao(this, agora));
  }

  #preencher({ contatoEmergencia, ...campos }: Partial<CadastroDePaciente>, hoje: Dia): void {
    const convenioAnterior = this.convenioId;
    Object.assign(this, semIndefinidos(campos));
    if (contatoEmergencia !== undefined)
      Object.assign(this, {
        contatoNome: contatoEmergencia?.nome ?? null,
        contatoTelefone: contatoEmergencia?.telefone ?? null,
      });
    // The card belongs to the insurer: another insurer, or none, makes the old one meaningless.
    if (this.convenioId !== convenioAnterior)
      Object.assign(this, { numeroCarteira: null, validadeCarteira: null }, semIndefinidos(carteira(campos)));
    if (this.convenioId === null) exigirSemCarteira(this);
    if (campos.dataNascimento !== undefined) exigirNascimentoPossivel(campos.dataNascimento, hoje);
    this.nomeBusca = normalizarParaBusca(this.nome);
    this.nomeMaeBusca = maeParaBusca(this.nomeMae);
  }
}

const carteira = ({ numeroCarteira, validadeCarteira }: Partial<CadastroDePaciente>) => ({
  numeroCarteira,
  validadeCarteira,
});

function exigirSemCarteira(paciente: Pick<Paciente, 'numeroCarteira' | 'validadeCarteira'>): void {
  for (const campo of ['numeroCarteira', 'validadeCarteira'] as const)
    if (paciente[campo] !== null)
      throw regraViolada(
        'PACIENTE.CARTEIRA_SEM_CONVENIO',
        'Informe o convênio (convenioId) da carteira.',
        campo,
      );
}

/** An allergy; one that was a mistake or is over is marked so, never deleted. */
@Entity('pacientes_alergias')
@Index('uq_pacientes_alergias_ativa', ['pacienteId', 'descricaoAtiva'], { unique: true })
@Check(
  'ck_pacientes_alergias_remocao',
  '(removida_em IS NULL AND removida_por IS NULL AND descricao_ativa IS NOT NULL) OR (removida_em IS NOT NULL AND descricao_ativa IS NULL)',
)
export class AlergiaDoPaciente {
  @Id() id!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_pacientes_alergias_paciente') pacienteId!: number;
  @Texto('descricao', 120) descricao!: string;
  /** Normalised while it holds, null once removed: unique, so that a patient has it once. */
  @Texto('descricao_ativa', 120, { nulo: true }) descricaoAtiva!: string | null;
  @Instante('incluida_em') incluidaEm!: Date;
  @Inteiro('incluida_por', { nulo: true }) incluidaPor!: number | null;
  @Instante('removida_em', { nulo: true }) removidaEm!: Date | null;
  @Inteiro('removida_por', { nulo: true }) removidaPor!: number | null;
}
