import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Texto, TextoLongo } from '../../../banco/colunas.js';

/**
 * The first answer given to one `Idempotency-Key`. The row is inserted in the transaction of the effect, so
 * that key, effect and answer stand or fall together; `status` is null only inside that transaction.
 */
@Entity('chaves_de_idempotencia')
@Index('uq_chaves_de_idempotencia', ['usuarioId', 'rota', 'chave'], { unique: true })
@Index('ix_chaves_de_idempotencia_criada', ['criadaEm'])
@Check('ck_chaves_de_idempotencia_status', 'status IS NULL OR status BETWEEN 200 AND 499')
export class ChaveDeIdempotencia {
  @Id() id!: number;
  @Inteiro('usuario_id') usuarioId!: number;
  /** The address, ids included. */
  @Texto('rota', 200) rota!: string;
  @Texto('chave', 255) chave!: string;
  /** Keyed hash of the body: the same key with another body is a mistake of the caller. */
  @Texto('impressao', 64) impressao!: string;
  @Inteiro('status', { nulo: true }) status!: number | null;
  @Texto('local', 300, { nulo: true }) local!: string | null;
  @Texto('etag', 40, { nulo: true }) etag!: string | null;
  /** The body of the answer, as JSON, sealed. */
  @TextoLongo('resposta', { nulo: true }) resposta!: string | null;
  @Instante('criada_em') criadaEm!: Date;
}
