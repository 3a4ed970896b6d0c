import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Referencia, Texto } from '../../../banco/colunas.js';
import type { Finalidade } from '../contrato/codigos-de-acesso.js';

/** A code that went to somebody's mailbox, as its SHA-256: the code itself exists nowhere else. */
@Entity('codigos_de_acesso')
@Index('uq_codigos_de_acesso_hash', ['hash'], { unique: true })
@Index('ix_codigos_de_acesso_usuario', ['usuarioId', 'finalidade'])
@Index('ix_codigos_de_acesso_fim', ['expiraEm', 'id'])
@Check('ck_codigos_de_acesso_finalidade', "finalidade IN ('VERIFICACAO','REDEFINICAO')")
@Check('ck_codigos_de_acesso_vida', 'criado_em < expira_em AND (usado_em IS NULL OR usado_em < expira_em)')
export class CodigoDeAcesso {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_codigos_de_acesso_usuario') usuarioId!: number;
  @Texto('finalidade', 12) finalidade!: Finalidade;
  @Texto('hash', 64) hash!: string;
  /** SHA-256 of the address it went to: of no use once the account has another. */
  @Texto('endereco_hash', 64) enderecoHash!: string;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('expira_em') expiraEm!: Date;
  @Instante('usado_em', { nulo: true }) usadoEm!: Date | null;
}
