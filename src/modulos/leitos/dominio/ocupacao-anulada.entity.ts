import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';

/** A stretch that had been entered by mistake: kept apart, for those who ask what was undone. Append-only. */
@Entity('ocupacoes_anuladas')
@Index('ix_ocupacoes_anuladas_leito', ['leitoId', 'inicio'])
@Index('ix_ocupacoes_anuladas_internacao', ['internacaoId'])
@Check('ck_ocupacoes_anuladas_tipo', umDestes('tipo', TIPOS_DE_LEITO))
@Check('ck_ocupacoes_anuladas_periodo', 'fim >= inicio')
export class OcupacaoAnulada {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_ocupacoes_anuladas_leito') leitoId!: number;
  @Referencia('internacao_id', 'Internacao', 'fk_ocupacoes_anuladas_internacao') internacaoId!: number;
  @Texto('tipo', 20) tipo!: TipoDeLeito;
  @Instante('inicio') inicio!: Date;
  /** Of one that still lasted, when it was annulled. */
  @Instante('fim') fim!: Date;
  @Instante('anulada_em') anuladaEm!: Date;
  @Texto('motivo', 500) motivo!: string;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
