import { type Resposta, SemResposta } from '../ferramentas/apoio/cliente-http.js';

/**
 * What the client knows after a request: it was done; it was refused; it was put off, nothing having been written
 * (503, or nobody listened); or nobody knows.
 */
export type Desfecho = 'feito' | 'recusado' | 'adiado' | 'incerto';

export interface Respondido {
  readonly desfecho: Desfecho;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly codigo: string | null;
  readonly dados: Readonly<Record<string, unknown>>;
}

const INCERTO = 'PLATAFORMA.RESULTADO_INCERTO';

export function desfechoDe(resposta: Resposta | SemResposta): Desfecho {
  if (resposta instanceof SemResposta) return ninguemOuvia(resposta) ? 'adiado' : 'incerto';
  const { status, texto } = resposta;
  if (status < 400) return 'feito';
  if (status < 500) return 'recusado';
  return status === 503 && temEnvelope(texto) && !texto.includes(INCERTO) ? 'adiado' : 'incerto';
}

/** The connection was refused: not a byte of the request was sent. */
export const NINGUEM_OUVIA = 'ECONNREFUSED';

const ninguemOuvia = (erro: SemResposta): boolean => erro.message.includes(NINGUEM_OUVIA);

/** What no answer may be, whatever was done to the product: a 5xx that is not an honest 503, an error without its envelope. */
export function faltasDe({ status, cabecalhos, texto }: Resposta): readonly string[] {
  if (status < 400) return [];
  const faltas: string[] = [];
  if (status >= 500 && status !== 503) faltas.push(`RESPOSTA ${status}`);
  if (!temEnvelope(texto)) faltas.push(`RESPOSTA ${status} sem o envelope`);
  if (status === 503 && cabecalhos['retry-after'] === undefined) faltas.push('RESPOSTA 503 sem Retry-After');
  return faltas;
}

function temEnvelope(texto: string): boolean {
  try {
    const { error, correlationId } = JSON.parse(texto) as { error?: unknown; correlationId?: unknown };
    return Array.isArray(error) && error.length > 0 && typeof correlationId === 'string';
  } catch {
    return false;
  }
}

/** A copy that waited for the other longer than a lock may be waited for. */
const COPIA_EM_CURSO = 'PLATAFORMA.CHAVE_EM_USO';

/** What is wrong with two answers to one `Idempotency-Key`, as far as they came; null when nothing is. */
export function diferencaDeCopias(respostas: readonly Respondido[]): string | null {
  const ditas = respostas.filter(
    ({ desfecho, codigo }) => (desfecho === 'feito' || desfecho === 'recusado') && codigo !== COPIA_EM_CURSO,
  );
  const [primeira] = ditas;
  if (!primeira) return null;
  if (ditas.some(({ status }) => status !== primeira.status))
    return 'IDEMPOTÊNCIA: a mesma chave foi aceita e recusada';
  if (ditas.some(({ dados }) => JSON.stringify(dados) !== JSON.stringify(primeira.dados)))
    return 'IDEMPOTÊNCIA: a mesma chave teve duas respostas diferentes';
  return null;
}
