import { Check, Entity, Index } from 'typeorm';
import { DiaCivil, Id, Instante, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';

export const TIPOS_DE_PEDIDO = ['CADASTRO', 'REENVIO', 'REDEFINICAO'] as const;
export type TipoDePedido = (typeof TIPOS_DE_PEDIDO)[number];

/**
 * What somebody unknown asks about an account. Writing it down is all that the request does, whoever it is about;
 * what it deserves happens afterwards, out of sight. What is personal in it goes when it is attended, save the
 * sign-up's, which stays until the e-mail is confirmed, a day at most.
 */
@Entity('pedidos_de_acesso')
@Index('ix_pedidos_de_acesso_email', ['email', 'id'])
@Index('ix_pedidos_de_acesso_usuario', ['usuarioId', 'aviso', 'atendidoEm'])
@Index('ix_pedidos_de_acesso_criacao', ['criadoEm', 'id'])
@Check('ck_pedidos_de_acesso_tipo', "tipo IN ('CADASTRO','REENVIO','REDEFINICAO')")
@Check(
  'ck_pedidos_de_acesso_dados',
  "tipo = 'CADASTRO' OR (nome IS NULL AND senha_hash IS NULL AND repete_senha IS NULL AND cpf IS NULL AND data_nascimento IS NULL AND sexo IS NULL AND telefone IS NULL)",
)
@Check('ck_pedidos_de_acesso_atendido', "tipo = 'CADASTRO' OR atendido_em IS NULL OR email IS NULL")
@Check('ck_pedidos_de_acesso_aviso', 'aviso IS NULL OR (atendido_em IS NOT NULL AND usuario_id IS NOT NULL)')
export class PedidoDeAcesso {
  @Id() id!: number;
  @Texto('tipo', 12) tipo!: TipoDePedido;
  @Texto('email', 254, { nulo: true }) email!: string | null;
  @Texto('nome', 150, { nulo: true }) nome!: string | null;
  @Texto('senha_hash', 255, { nulo: true }) senhaHash!: string | null;
  /** The password is that of the account which already awaits its confirmation at this address. */
  @Logico('repete_senha', { nulo: true }) repeteSenha!: boolean | null;
  @Texto('cpf', 11, { nulo: true }) cpf!: string | null;
  @DiaCivil('data_nascimento', { nulo: true }) dataNascimento!: Dia | null;
  /** This and the telephone: asked of nobody any more, written by the version before. */
  @Texto('sexo', 5, { nulo: true }) sexo!: string | null;
  @Texto('telefone', 16, { nulo: true }) telefone!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atendido_em', { nulo: true }) atendidoEm!: Date | null;
  /** Whose account it turned out to be about. */
  @Referencia('usuario_id', 'Usuario', 'fk_pedidos_de_acesso_usuario', { nulo: true }) usuarioId!:
    number | null;
  /** The e-mail it earned, if any. */
  @Texto('aviso', 40, { nulo: true }) aviso!: string | null;
}
