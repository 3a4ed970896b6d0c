import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Texto } from '../../../banco/colunas.js';

/**
 * How often one thing was tried (an account, an account from an address, an address), counted for all replicas. Of whom
 * it speaks only a keyed hash is here.
 */
@Entity('limites_de_acesso')
@Index('uq_limites_de_acesso_chave', ['chave'], { unique: true })
@Index('ix_limites_de_acesso_expira', ['expiraEm'])
@Check('ck_limites_de_acesso_contador', 'contador >= 0')
@Check('ck_limites_de_acesso_expira', 'expira_em >= janela_ate')
export class LimiteDeAcesso {
  @Id() id!: number;
  @Texto('chave', 80) chave!: string;
  @Inteiro('contador') contador!: number;
  /** From then on the count is that of nothing. */
  @Instante('janela_ate') janelaAte!: Date;
  /** From then on the row means nothing; where it says that somebody entered from an address, much later. */
  @Instante('expira_em') expiraEm!: Date;
}
