import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Referencia, Texto } from '../../../banco/colunas.js';
import type { OrigemDoVinculo, Parecer } from './origens.js';

/**
 * For a while, somebody has a patient under care whom no stay gives them: because they attend him, or because an
 * emergency gave them no time. It always ends, and only gets shorter; of an emergency, somebody else judges the reason.
 */
@Entity('vinculos_de_cuidado')
@Index('ix_vinculos_de_cuidado_usuario', ['usuarioId', 'ate'])
@Index('ix_vinculos_de_cuidado_ambos', ['usuarioId', 'pacienteId', 'ate'])
@Index('ix_vinculos_de_cuidado_paciente', ['pacienteId'])
@Index('ix_vinculos_de_cuidado_revisor', ['revisorId'])
@Index('ix_vinculos_de_cuidado_origem', ['origem', 'id'])
@Index('ix_vinculos_de_cuidado_usuario_origem', ['usuarioId', 'origem', 'id'])
@Index('ix_vinculos_de_cuidado_fila', ['origem', 'revisadoEm', 'id'])
@Check('ck_vinculos_de_cuidado_origem', "origem IN ('ATENDIMENTO','EMERGENCIA')")
@Check('ck_vinculos_de_cuidado_periodo', 'ate >= desde')
@Check('ck_vinculos_de_cuidado_fim', 'encerrado_em IS NULL OR (encerrado_em >= desde AND ate = encerrado_em)')
@Check(
  'ck_vinculos_de_cuidado_motivo',
  "origem <> 'EMERGENCIA' OR (motivo IS NOT NULL AND length(motivo) >= 10)",
)
@Check(
  'ck_vinculos_de_cuidado_revisao',
  "(revisado_em IS NULL AND revisor_id IS NULL AND parecer IS NULL AND observacao_da_revisao IS NULL) OR (origem = 'EMERGENCIA' AND revisado_em IS NOT NULL AND revisor_id IS NOT NULL AND parecer IS NOT NULL AND parecer IN ('JUSTIFICADO','INJUSTIFICADO'))",
)
@Check('ck_vinculos_de_cuidado_revisor', 'revisor_id IS NULL OR revisor_id <> usuario_id')
export class VinculoDeCuidado {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_vinculos_de_cuidado_usuario') usuarioId!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_vinculos_de_cuidado_paciente') pacienteId!: number;
  @Texto('origem', 12) origem!: OrigemDoVinculo;
  /** Why, in an emergency. */
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  @Instante('desde') desde!: Date;
  @Instante('ate') ate!: Date;
  /** When its holder gave it up before its time. */
  @Instante('encerrado_em', { nulo: true }) encerradoEm!: Date | null;
  @Instante('revisado_em', { nulo: true }) revisadoEm!: Date | null;
  @Referencia('revisor_id', 'Usuario', 'fk_vinculos_de_cuidado_revisor', { nulo: true })
  revisorId!: number | null;
  @Texto('parecer', 20, { nulo: true }) parecer!: Parecer | null;
  @Texto('observacao_da_revisao', 500, { nulo: true }) observacaoDaRevisao!: string | null;
}
