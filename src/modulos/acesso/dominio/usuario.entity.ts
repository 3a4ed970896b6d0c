import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { marcasDeAlteracao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { PAPEIS, type Papel } from '../../../plataforma/seguranca/autor.js';

export interface DadosDoUsuario {
  readonly nome: string;
  readonly email: string;
  readonly senhaHash: string;
  readonly senhaProvisoria?: boolean;
  readonly pacienteId?: number | null | undefined;
  readonly medicoId?: number | null | undefined;
}

/** The form in which an e-mail is stored and looked for: one address, one account. */
export const normalizarEmail = (email: string): string => email.trim().toLowerCase();

/** A person who may enter. The password exists only as its argon2id hash. */
@Entity('usuarios')
@Index('uq_usuarios_email', ['email'], { unique: true })
@Index('ix_usuarios_criacao', ['criadoEm', 'id'])
@Index('ix_usuarios_ativo', ['ativo', 'id'])
@Index('uq_usuarios_paciente', ['pacienteId'], { unique: true })
@Index('ix_usuarios_medico', ['medicoId'])
@Check('ck_usuarios_email', 'email = LOWER(email)')
@Check(
  'ck_usuarios_inativacao',
  '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
)
export class Usuario {
  @Id() id!: number;
  @Texto('nome', 150) nome!: string;
  @Texto('email', 254) email!: string;
  @Texto('senha_hash', 255) senhaHash!: string;
  /** Chosen by somebody else; null in rows of the version before, which is no. */
  @Logico('senha_provisoria', { nulo: true }) senhaProvisoria!: boolean | null;
  /** Chosen in a sign-up, maybe by a stranger at somebody's address: good for a patient, not for the staff. Null is no. */
  @Logico('senha_de_cadastro', { nulo: true }) senhaDeCadastro!: boolean | null;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('ultimo_acesso_em', { nulo: true }) ultimoAcessoEm!: Date | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;
  /** That of the access: a token says which it was issued under, and an older one is void. */
  @Inteiro('versao_acesso', { nulo: true }) versaoAcesso!: number | null;

  /** The patient this person is, whose own record they may see. */
  @Referencia('paciente_id', 'Paciente', 'fk_usuarios_paciente', { nulo: true }) pacienteId!: number | null;
  /** The professional this person is. */
  @Referencia('medico_id', 'Medico', 'fk_usuarios_medico', { nulo: true }) medicoId!: number | null;

  /** Signed up and has not confirmed the e-mail: may not enter. Null for everybody else. */
  @Instante('aguarda_verificacao_desde', { nulo: true }) aguardaVerificacaoDesde!: Date | null;

  /** Absent keeps; null unlinks. */
  alterar(
    mudancas: Readonly<Partial<Pick<DadosDoUsuario, 'nome' | 'email' | 'pacienteId' | 'medicoId'>>>,
    agora: Date,
  ): void {
    Object.assign(this, semIndefinidos(mudancas), marcasDeAlteracao(this, agora));
    this.email = normalizarEmail(this.email);
  }

  /** A new, active account that has not been used yet. */
  static novo(
    { nome, email, senhaHash, senhaProvisoria = false, pacienteId, medicoId }: DadosDoUsuario,
    agora: Date,
  ): Usuario {
    return Object.assign(new Usuario(), {
      nome,
      email: normalizarEmail(email),
      senhaHash,
      senhaProvisoria,
      senhaDeCadastro: false,
      ativo: true,
      inativadoEm: null,
      motivoInativacao: null,
      ultimoAcessoEm: null,
      criadoEm: agora,
      atualizadoEm: agora,
      versao: 1,
      versaoAcesso: 1,
      pacienteId: pacienteId ?? null,
      medicoId: medicoId ?? null,
      aguardaVerificacaoDesde: null,
    });
  }

  /** The account of who signed up alone, closed until the e-mail is confirmed. */
  static emEspera(dados: DadosDoUsuario, agora: Date): Usuario {
    return Object.assign(Usuario.novo(dados, agora), {
      senhaDeCadastro: true,
      aguardaVerificacaoDesde: agora,
    });
  }
}

/** One role of one user. */
@Entity('usuarios_papeis')
@Index('uq_usuarios_papeis', ['usuarioId', 'papel'], { unique: true })
@Index('ix_usuarios_papeis_papel', ['papel', 'usuarioId'])
@Check('ck_usuarios_papeis_papel', `papel IN (${PAPEIS.map((papel) => `'${papel}'`).join(',')})`)
export class PapelDoUsuario {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_usuarios_papeis_usuario') usuarioId!: number;
  @Texto('papel', 20) papel!: Papel;

  static de(usuarioId: number, papel: Papel): PapelDoUsuario {
    return Object.assign(new PapelDoUsuario(), { usuarioId, papel });
  }
}
