import { Inject, Injectable, type LoggerService, Optional } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { contextoAtual } from './contexto.js';

export const NIVEL_DE_LOG = Symbol('NIVEL_DE_LOG');
/** Where lines go, when not to standard output. */
export const DESTINO_DO_LOG = Symbol('DESTINO_DO_LOG');

/** Ids, codes, counts and durations only: nothing clinical or personal is ever passed here. */
export type CamposDeLog = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Fields that are cut even if somebody passes them by mistake. */
const PROIBIDOS = [
  'senha',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cpf',
  'cns',
  'nome',
  'email',
  'telefone',
];

/** Structured JSON logs, one line each, with the correlation id of the request or reaction. */
@Injectable()
export class Registrador implements LoggerService {
  readonly #pino: Logger;

  constructor(
    @Inject(NIVEL_DE_LOG) nivel: string,
    @Optional() @Inject(DESTINO_DO_LOG) destino?: DestinationStream,
  ) {
    const opcoes: LoggerOptions = {
      level: nivel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'mensagem',
      formatters: { level: (nome) => ({ nivel: nome }) },
      redact: { paths: [...PROIBIDOS, ...PROIBIDOS.map((campo) => `*.${campo}`)], censor: '[omitido]' },
      mixin: () => {
        const contexto = contextoAtual();
        return contexto ? { correlacaoId: contexto.correlacaoId, usuarioId: contexto.usuarioId } : {};
      },
    };
    this.#pino = destino ? pino(opcoes, destino) : pino(opcoes);
  }

  informe(mensagem: string, campos: CamposDeLog = {}): void {
    this.#pino.info(campos, mensagem);
  }

  aviso(mensagem: string, campos: CamposDeLog = {}): void {
    this.#pino.warn(campos, mensagem);
  }

  erro(mensagem: string, campos: CamposDeLog = {}): void {
    this.#pino.error(campos, mensagem);
  }

  // What Nest itself says goes through the same lines.
  log(mensagem: unknown, origem?: string): void {
    this.#pino.debug({ origem }, String(mensagem));
  }

  warn(mensagem: unknown, origem?: string): void {
    this.#pino.warn({ origem }, String(mensagem));
  }

  error(mensagem: unknown, pilha?: string, origem?: string): void {
    this.#pino.error({ origem, pilha }, String(mensagem));
  }

  debug(mensagem: unknown, origem?: string): void {
    this.#pino.trace({ origem }, String(mensagem));
  }

  verbose(mensagem: unknown, origem?: string): void {
    this.#pino.trace({ origem }, String(mensagem));
  }

  fatal(mensagem: unknown, pilha?: string, origem?: string): void {
    this.#pino.fatal({ origem, pilha }, String(mensagem));
  }
}
