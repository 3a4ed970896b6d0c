import { Entity, Index } from 'typeorm';
import { Id, Instante, Texto } from '../../banco/colunas.js';

/** One turn of a scheduled task, done: inserted in the transaction of what it did, so that nobody does it again. */
@Entity('tarefas_vezes')
@Index('uq_tarefas_vezes', ['tarefa', 'vez'], { unique: true })
export class VezDaTarefa {
  @Id() id!: number;
  @Texto('tarefa', 80) tarefa!: string;
  @Instante('vez') vez!: Date;
  @Instante('feita_em') feitaEm!: Date;
}
