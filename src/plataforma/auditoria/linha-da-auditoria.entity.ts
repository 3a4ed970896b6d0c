import { Entity, Index } from 'typeorm';
import { IdLongo, Instante, Inteiro, Texto } from '../../banco/colunas.js';

/**
 * Append-only: who did or saw what, when and from where. Ids and names of fields, never a value, a name, a document or
 * a diagnosis. No foreign keys: nothing that is written may wait for, or be refused by, the record it is about.
 */
@Entity('auditoria')
@Index('ix_auditoria_usuario_em', ['usuarioId', 'em', 'id'])
@Index('ix_auditoria_registro_em', ['registroTipo', 'registroId', 'em', 'id'])
@Index('ix_auditoria_paciente_em', ['pacienteId', 'em', 'id'])
@Index('ix_auditoria_acao_em', ['acao', 'em', 'id'])
@Index('ix_auditoria_em', ['em', 'id'])
export class LinhaDaAuditoria {
  @IdLongo() id!: number;
  @Instante('em') em!: Date;
  /** Null: nobody had said who they were. */
  @Inteiro('usuario_id', { nulo: true }) usuarioId!: number | null;
  @Inteiro('sessao_id', { nulo: true }) sessaoId!: number | null;
  /** The address the request came from. */
  @Texto('origem', 45, { nulo: true }) origem!: string | null;
  /** Stable name, `recurso.verbo`. */
  @Texto('acao', 80) acao!: string;
  /** Method and template of the route. */
  @Texto('operacao', 160, { nulo: true }) operacao!: string | null;
  @Texto('registro_tipo', 40, { nulo: true }) registroTipo!: string | null;
  @Inteiro('registro_id', { nulo: true }) registroId!: number | null;
  @Inteiro('paciente_id', { nulo: true }) pacienteId!: number | null;
  /** Names of the fields that were sent or shown, by commas. */
  @Texto('campos', 500) campos!: string;
  @Texto('correlacao_id', 64) correlacaoId!: string;
}
