/** A private MariaDB or MySQL server; see servidor-de-teste.mjs. */
export interface ServidorDeTeste {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Process id of the running server. */
  readonly pid: number | undefined;
  /** Stops the server in order and removes all that it wrote. */
  parar(): Promise<void>;
  /** Kills the server at once; the data stay for `reiniciar()`. */
  matar(): Promise<void>;
  /** Stops the server if it is running, and starts it again on the same data and port. */
  reiniciar(): Promise<void>;
  /** Freezes the server: it accepts connections and never answers, until `descongelar()`. */
  congelar(): void;
  descongelar(): void;
}

/** Path of the server's program, or undefined where there is none. */
export function encontrarServidor(): string | undefined;

/**
 * Starts a server and resolves when it accepts connections; rejects with the end of its log otherwise. `opcoes`
 * of the server prevail over those of a test.
 */
export function iniciarServidor(opcoes?: readonly string[]): Promise<ServidorDeTeste>;
