import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Referencia, Texto } from '../../../banco/colunas.js';
import { nuloOuUmDestes } from '../../../plataforma/registros/verificacoes.js';
import { PENDENCIAS, type Pendencia } from '../../../plataforma/seguranca/tokens-de-acesso.js';

/** Why a session ended before its time: its owner left it, or somebody or something ended it. */
export const MOTIVOS_DE_ENCERRAMENTO = [
  'LOGOUT',
  'OUTRAS',
  'REUSO',
  'SENHA',
  'SEGUNDO_FATOR',
  'ADMINISTRACAO',
  'INATIVACAO',
] as const;
export type MotivoDeEncerramento = (typeof MOTIVOS_DE_ENCERRAMENTO)[number];

/** One entry of a person, which goes on by renewing until it is ended, is left idle, or lasts too long. */
@Entity('sessoes')
@Index('ix_sessoes_usuario', ['usuarioId', 'encerradaEm', 'id'])
@Index('ix_sessoes_expira', ['expiraEm'])
@Check(
  'ck_sessoes_encerramento',
  '(encerrada_em IS NULL AND motivo_encerramento IS NULL) OR (encerrada_em IS NOT NULL AND motivo_encerramento IS NOT NULL)',
)
@Check('ck_sessoes_motivo', nuloOuUmDestes('motivo_encerramento', MOTIVOS_DE_ENCERRAMENTO))
@Check('ck_sessoes_pendencia', nuloOuUmDestes('pendencia', PENDENCIAS))
@Check('ck_sessoes_validade', 'expira_em > criada_em')
export class Sessao {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_sessoes_usuario') usuarioId!: number;
  @Instante('criada_em') criadaEm!: Date;
  @Instante('renovada_em') renovadaEm!: Date;
  /** Past it there is no renewing; being idle ends it earlier. */
  @Instante('expira_em') expiraEm!: Date;
  @Instante('encerrada_em', { nulo: true }) encerradaEm!: Date | null;
  @Texto('motivo_encerramento', 20, { nulo: true }) motivoEncerramento!: MotivoDeEncerramento | null;
  /** What the person had to do first when they entered: renewing does not get around it. */
  @Texto('pendencia', 30, { nulo: true }) pendencia!: Pendencia | null;
  /** The address they came from. */
  @Texto('origem', 45, { nulo: true }) origem!: string | null;
  /** What their program said it is; shown to nobody else. */
  @Texto('agente', 200, { nulo: true }) agente!: string | null;
}
