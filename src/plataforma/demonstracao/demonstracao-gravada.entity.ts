import { Check, Entity, PrimaryColumn } from 'typeorm';
import { Instante, Milissegundos } from '../../banco/colunas.js';

/** There is one, or none. */
export const ID_DA_DEMONSTRACAO = 1;

/** Its row says that nothing in this database is real. */
@Entity('demonstracao')
@Check('ck_demonstracao_unica', 'id = 1')
@Check('ck_demonstracao_adiantado', 'adiantado_ms >= 0')
export class DemonstracaoGravada {
  @PrimaryColumn({ name: 'id', type: Number }) id!: number;
  @Instante('criada_em') criadaEm!: Date;
  /** How far ahead its clock was moved, so that a restart does not go back in time. */
  @Milissegundos('adiantado_ms') adiantadoMs!: number;
}
