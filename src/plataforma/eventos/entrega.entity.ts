import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instante, Inteiro, Texto } from '../../banco/colunas.js';

export const STATUS_DE_ENTREGA = ['PENDENTE', 'CONCLUIDA', 'MORTA'] as const;
export type StatusDeEntrega = (typeof STATUS_DE_ENTREGA)[number];

/** The history of one event for one durable saga. */
@Entity('entregas')
@Index('uq_entregas_evento_saga', ['eventoId', 'saga'], { unique: true })
@Index('ix_entregas_status', ['status', 'id'])
@Check('ck_entregas_status', "status IN ('PENDENTE','CONCLUIDA','MORTA')")
export class Entrega {
  @Id() id!: number;

  @Texto('evento_id', 36)
  @ForeignKey('EventoGravadoEntidade', {
    name: 'fk_entregas_evento',
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  })
  eventoId!: string;

  @Texto('saga', 120) saga!: string;
  @Texto('status', 12) status!: StatusDeEntrega;
  @Inteiro('tentativas') tentativas!: number;
  /** How many times it died; a replay starts the attempts over. */
  @Inteiro('mortes') mortes!: number;
  @Instante('criada_em') criadaEm!: Date;
  @Instante('concluida_em', { nulo: true }) concluidaEm!: Date | null;
  @Texto('erro', 500, { nulo: true }) erro!: string | null;
}

/**
 * The small table the relay claims from; a row is deleted in the transaction of its effect, and that
 * deletion is the fence. `chave` is the aggregate: per saga, only its oldest row may be claimed.
 */
@Entity('entregas_prontas')
@Index('ix_entregas_prontas_ordem', ['saga', 'chave', 'entregaId'])
export class EntregaPronta {
  @PrimaryColumn({ name: 'entrega_id', type: Number })
  @ForeignKey('Entrega', { name: 'fk_entregas_prontas_entrega', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  entregaId!: number;

  @Texto('saga', 120) saga!: string;
  @Texto('chave', 60) chave!: string;
  @Instante('disponivel_em') disponivelEm!: Date;
  @Texto('dono', 36, { nulo: true }) dono!: string | null;
  @Instante('dono_ate', { nulo: true }) donoAte!: Date | null;
}
