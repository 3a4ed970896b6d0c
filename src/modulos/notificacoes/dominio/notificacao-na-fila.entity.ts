import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instante, Texto } from '../../../banco/colunas.js';

/** The small table that senders claim from; deleted when the notice has left or was given up. */
@Entity('notificacoes_fila')
export class NotificacaoNaFila {
  @PrimaryColumn({ name: 'notificacao_id', type: Number })
  @ForeignKey('Notificacao', {
    name: 'fk_notificacoes_fila_notificacao',
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  })
  notificacaoId!: number;

  @Instante('disponivel_em') disponivelEm!: Date;
  @Texto('dono', 36, { nulo: true }) dono!: string | null;
  @Instante('dono_ate', { nulo: true }) donoAte!: Date | null;
}
