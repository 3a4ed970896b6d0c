import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Instante, Inteiro, Texto, TextoLongo } from '../../banco/colunas.js';

/** Append-only: what happened, in the words of the catalogue. `sequencia` comes later, in commit order. */
@Entity('eventos')
@Index('uq_eventos_agregado', ['agregadoTipo', 'agregadoId', 'agregadoVersao', 'tipo'], { unique: true })
@Index('uq_eventos_sequencia', ['sequencia'], { unique: true })
@Index('ix_eventos_tipo', ['tipo', 'id'])
export class EventoGravadoEntidade {
  /** UUID v7. */
  @PrimaryColumn({ name: 'id', type: 'varchar', length: 36 })
  id!: string;

  @Texto('tipo', 100) tipo!: string;
  @Inteiro('versao') versao!: number;
  @Texto('agregado_tipo', 40) agregadoTipo!: string;
  @Inteiro('agregado_id') agregadoId!: number;
  @Inteiro('agregado_versao') agregadoVersao!: number;
  @Instante('ocorrido_em') ocorridoEm!: Date;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
  @Texto('correlacao_id', 64) correlacaoId!: string;
  @TextoLongo('dados') dados!: string;
  @Inteiro('sequencia', { nulo: true }) sequencia!: number | null;
}

/** One row: the last number given. Its lock makes the numbering single file. */
@Entity('sequencia_de_eventos')
export class SequenciaDeEventos {
  @PrimaryColumn({ name: 'id', type: Number })
  id!: number;

  @Column({ name: 'ultima', type: Number })
  ultima!: number;
}
