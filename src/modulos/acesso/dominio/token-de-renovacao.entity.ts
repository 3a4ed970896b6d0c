import { createHash, randomBytes } from 'node:crypto';
import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Logico, Referencia, Texto } from '../../../banco/colunas.js';

/** What renews a session, once. Only its hash is kept. */
@Entity('tokens_de_renovacao')
@Index('uq_tokens_de_renovacao_hash', ['hash'], { unique: true })
@Index('ix_tokens_de_renovacao_sessao', ['sessaoId', 'usadoEm'])
@Index('ix_tokens_de_renovacao_expira', ['expiraEm'])
@Check('ck_tokens_de_renovacao_irmao', 'irmao_emitido = 0 OR usado_em IS NOT NULL')
@Check('ck_tokens_de_renovacao_validade', 'expira_em > criado_em')
export class TokenDeRenovacao {
  @Id() id!: number;
  @Referencia('sessao_id', 'Sessao', 'fk_tokens_de_renovacao_sessao') sessaoId!: number;
  @Texto('hash', 64) hash!: string;
  @Instante('criado_em') criadoEm!: Date;
  /** Dies unused then: the session has been idle for too long. */
  @Instante('expira_em') expiraEm!: Date;
  @Instante('usado_em', { nulo: true }) usadoEm!: Date | null;
  /** It was presented twice in a moment, and the second got a token of its own as well. */
  @Logico('irmao_emitido') irmaoEmitido!: boolean;
}

/** 256 random bits, in base64url. */
export const sortearToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256, in hexadecimal: so many random bits need no slow hash. */
export const hashDoToken = (token: string): string => createHash('sha256').update(token).digest('hex');
