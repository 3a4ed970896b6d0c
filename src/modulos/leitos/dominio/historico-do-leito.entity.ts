import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import {
  type AcaoDoLeito,
  type AnotacaoDoLeito,
  type EstadoDoLeito,
  ESTADOS_DO_LEITO,
} from './estados-do-leito.js';

/**
 * One transition of a bed, or a period told late that left its state alone (`de` = `para`), as it was told:
 * append-only. What is told late carries an `em` older than the row before it.
 */
@Entity('leitos_historico')
@Index('uq_leitos_historico_versao', ['leitoId', 'versao'], { unique: true })
@Index('ix_leitos_historico_em', ['leitoId', 'versao', 'em', 'de', 'para'])
@Check('ck_leitos_historico_de', umDestes('de', ESTADOS_DO_LEITO))
@Check('ck_leitos_historico_para', umDestes('para', ESTADOS_DO_LEITO))
@Check('ck_leitos_historico_em', 'em <= registrado_em')
@Check('ck_leitos_historico_ate', 'ate IS NULL OR (de = para AND ate BETWEEN em AND registrado_em)')
export class HistoricoDoLeito {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_leitos_historico_leito') leitoId!: number;
  @Inteiro('versao') versao!: number;
  @Texto('de', 20) de!: EstadoDoLeito;
  @Texto('para', 20) para!: EstadoDoLeito;
  @Texto('acao', 20) acao!: AcaoDoLeito | AnotacaoDoLeito;
  @Instante('em') em!: Date;
  /** When the period told late ended; null for a transition. */
  @Instante('ate', { nulo: true }) ate!: Date | null;
  @Instante('registrado_em') registradoEm!: Date;
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
