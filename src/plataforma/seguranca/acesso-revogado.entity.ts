import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro } from '../../banco/colunas.js';

/** What makes tokens void before their time, for every replica to read: a session, or a user's older versions. */
@Entity('acessos_revogados')
@Index('ix_acessos_revogados_em', ['em'])
@Check(
  'ck_acessos_revogados_alvo',
  '(sessao_id IS NULL AND versao IS NOT NULL) OR (sessao_id IS NOT NULL AND versao IS NULL)',
)
export class AcessoRevogado {
  @Id() id!: number;
  @Inteiro('usuario_id') usuarioId!: number;
  @Inteiro('sessao_id', { nulo: true }) sessaoId!: number | null;
  @Inteiro('versao', { nulo: true }) versao!: number | null;
  @Instante('em') em!: Date;
}
