import { Entity, Index } from 'typeorm';
import { Id, Referencia } from '../../../banco/colunas.js';

/** A user whose password everybody knows: enters from this machine only. */
@Entity('demonstracao_acessos')
@Index('uq_demonstracao_acessos_usuario', ['usuarioId'], { unique: true })
export class AcessoDeDemonstracao {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_demonstracao_acessos_usuario') usuarioId!: number;
}
