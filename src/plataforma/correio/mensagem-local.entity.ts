import { Entity, Index } from 'typeorm';
import { Id, Instante, Texto, TextoLongo } from '../../banco/colunas.js';

/** The local mailbox: what would have left, where there is no mail server. */
@Entity('correio_local')
@Index('uq_correio_local_message_id', ['messageId'], { unique: true })
export class MensagemLocal {
  @Id() id!: number;
  @Texto('message_id', 255) messageId!: string;
  @Texto('para', 254) para!: string;
  @Texto('assunto', 200) assunto!: string;
  @TextoLongo('html') html!: string;
  @TextoLongo('texto') texto!: string;
  /** What it is found by; null in what an older version wrote during an upgrade. */
  @TextoLongo('busca', { nulo: true }) busca!: string | null;
  @Instante('recebida_em') recebidaEm!: Date;
}
