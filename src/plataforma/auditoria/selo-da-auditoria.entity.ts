import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { InteiroLongo, Texto } from '../../banco/colunas.js';

/** Append-only: one link of the chain for each row of the trail, in the order in which they were sealed. */
@Entity('auditoria_selos')
@Index('uq_auditoria_selos_registro', ['registroId'], { unique: true })
@Check('ck_auditoria_selos_sequencia', 'sequencia >= 1')
export class SeloDaAuditoria {
  /** 1, 2, 3 …, without gaps. */
  @PrimaryColumn({ name: 'sequencia', type: 'bigint' })
  sequencia!: number;

  @InteiroLongo('registro_id') registroId!: number;
  /** HMAC-SHA-256 of the one before and of the row, in hexadecimal. */
  @Texto('hash', 64) hash!: string;
}

/** One row: where the chain ends. Its lock makes the sealing single file. */
@Entity('auditoria_cadeia')
@Check('ck_auditoria_cadeia_unica', 'id = 1')
export class CadeiaDaAuditoria {
  @PrimaryColumn({ name: 'id', type: Number })
  id!: number;

  @InteiroLongo('sequencia') sequencia!: number;
  @Texto('hash', 64) hash!: string;
  /** Up to this id every row of the trail is sealed, and none will come any more. */
  @InteiroLongo('marco') marco!: number;
  /** The name of the key that seals it; empty before the first seal. */
  @Texto('chave', 16) chave!: string;
}
