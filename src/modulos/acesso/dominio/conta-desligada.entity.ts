import { Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';

/** That an account ceased to be a patient's, and why: through it somebody may have seen the record until then. */
@Entity('contas_desligadas')
@Index('ix_contas_desligadas_paciente', ['pacienteId', 'id'])
@Index('ix_contas_desligadas_usuario', ['usuarioId', 'id'])
export class ContaDesligada {
  @Id() id!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_contas_desligadas_paciente') pacienteId!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_contas_desligadas_usuario') usuarioId!: number;
  @Texto('motivo', 300) motivo!: string;
  @Instante('em') em!: Date;
  @Inteiro('por', { nulo: true }) por!: number | null;
}
