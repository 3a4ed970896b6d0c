import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { type AcaoDoLeito, type EstadoDoLeito, ESTADOS_DO_LEITO } from './estados-do-leito.js';

/** One transition of a bed, as it was told: append-only. A late admission may carry an `em` older than the row before it. */
@Entity('leitos_historico')
@Index('uq_leitos_historico_versao', ['leitoId', 'versao'], { unique: true })
@Index('ix_leitos_historico_em', ['leitoId', 'versao', 'em', 'de', 'para'])
@Check('ck_leitos_historico_de', umDestes('de', ESTADOS_DO_LEITO))
@Check('ck_leitos_historico_para', umDestes('para', ESTADOS_DO_LEITO))
@Check('ck_leitos_historico_em', 'em <= registrado_em')
export class HistoricoDoLeito {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_leitos_historico_leito') leitoId!: number;
  @Inteiro('versao') versao!: number;
  @Texto('de', 20) de!: EstadoDoLeito;
  @Texto('para', 20) para!: EstadoDoLeito;
  @Texto('acao', 20) acao!: AcaoDoLeito;
  @Instante('em') em!: Date;
  @Instante('registrado_em') registradoEm!: Date;
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
