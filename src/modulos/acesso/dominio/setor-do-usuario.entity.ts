import { Entity, Index } from 'typeorm';
import { Id, Referencia } from '../../../banco/colunas.js';

/** One setor in which one user works: who lies in its beds is under their care. */
@Entity('usuarios_setores')
@Index('uq_usuarios_setores', ['usuarioId', 'setorId'], { unique: true })
@Index('ix_usuarios_setores_setor', ['setorId'])
export class SetorDoUsuario {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_usuarios_setores_usuario') usuarioId!: number;
  @Referencia('setor_id', 'Setor', 'fk_usuarios_setores_setor') setorId!: number;
}
