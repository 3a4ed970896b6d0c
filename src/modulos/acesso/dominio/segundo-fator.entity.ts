import { createHash, randomBytes } from 'node:crypto';
import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { emBase32 } from './totp.js';

/** How many codes are given for the day the telephone is lost. */
const QUANTOS_CODIGOS = 10;
/** Eighty bits: nobody guesses one, so that a plain hash is enough. */
const BYTES_DO_CODIGO = 10;

/** The authenticator application of a user; one in force at a time. The secret is sealed, and gone when it ends. */
@Entity('segundos_fatores')
@Index('uq_segundos_fatores_vigente', ['usuarioVigenteId'], { unique: true })
@Index('ix_segundos_fatores_usuario', ['usuarioId'])
@Check('ck_segundos_fatores_confirmacao', 'confirmado_em IS NULL OR ultimo_passo IS NOT NULL')
@Check(
  'ck_segundos_fatores_vigencia',
  '(usuario_vigente_id = usuario_id AND segredo IS NOT NULL AND encerrado_em IS NULL AND motivo_encerramento IS NULL) OR (usuario_vigente_id IS NULL AND segredo IS NULL AND encerrado_em IS NOT NULL AND motivo_encerramento IS NOT NULL)',
)
export class SegundoFator {
  @Id() id!: number;
  @Referencia('usuario_id', 'Usuario', 'fk_segundos_fatores_usuario') usuarioId!: number;
  /** The user again; null once it is over. */
  @Inteiro('usuario_vigente_id', { nulo: true }) usuarioVigenteId!: number | null;
  @Texto('segredo', 200, { nulo: true }) segredo!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  /** Null until a code showed that the application has the secret: until then nothing is asked of who enters. */
  @Instante('confirmado_em', { nulo: true }) confirmadoEm!: Date | null;
  /** The step of the last code that served: none before it serves any more. */
  @Inteiro('ultimo_passo', { nulo: true }) ultimoPasso!: number | null;
  @Instante('encerrado_em', { nulo: true }) encerradoEm!: Date | null;
  @Texto('motivo_encerramento', 300, { nulo: true }) motivoEncerramento!: string | null;
}

/** What replaces the application, once. Only its hash is kept. */
@Entity('codigos_de_recuperacao')
@Index('uq_codigos_de_recuperacao', ['segundoFatorId', 'resumo'], { unique: true })
export class CodigoDeRecuperacao {
  @Id() id!: number;
  @Referencia('segundo_fator_id', 'SegundoFator', 'fk_codigos_de_recuperacao_fator') segundoFatorId!: number;
  @Texto('resumo', 64) resumo!: string;
  @Instante('usado_em', { nulo: true }) usadoEm!: Date | null;
}

/** New codes, as they are written down: `ABCD-EFGH-IJKL-MNOP`. */
export const sortearCodigos = (): string[] =>
  Array.from({ length: QUANTOS_CODIGOS }, () =>
    emBase32(randomBytes(BYTES_DO_CODIGO)).match(/.{4}/g)!.join('-'),
  );

/** Of a code as somebody typed it: dashes, spaces and case do not count. */
export const resumoDoCodigo = (codigo: string): string =>
  createHash('sha256')
    .update(codigo.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase())
    .digest('hex');
