import { expect } from '@jest/globals';
import { CODIGO, TITULOS } from '../../ferramentas/apoio/contrato-de-erro.js';
import type { AplicacaoDeTeste, Resposta } from '../apoio/aplicacao-de-teste.js';
import { esperaQueNadaMude } from './nada-mudou.js';

const FRASE = /^\p{Lu}[^]{8,}[.!]$/u;
/** What a library says when nobody said it in Portuguese, and what nobody should ever read. */
const ESTRANGEIRO =
  /\b(must|should|cannot|invalid|is not|each value|undefined|NaN|Infinity|SQL|constraint|Error)\b|\[object/;

export interface Envio {
  readonly metodo?: string;
  readonly caminho: string;
  readonly corpo?: unknown;
  readonly cabecalhos?: Record<string, string>;
}

/** What a refusal says. `campo` null: no field is named. */
export interface Recusa {
  readonly status: number;
  readonly codigo: string;
  readonly campo?: string | null;
  readonly mensagem?: RegExp;
}

/** The same in one line of a table. */
export type Porque = readonly [status: number, codigo: string, campo: string | null];

export const recusa = ([status, codigo, campo]: Porque): Recusa => ({ status, codigo, campo });

/** The envelope is whole and right, whatever it refuses. */
export function conferirEnvelope(resposta: Resposta, status: number): void {
  const { corpo, cabecalhos } = resposta;
  expect([resposta.status, corpo]).toEqual([
    status,
    { error: expect.anything(), correlationId: expect.anything() },
  ]);
  expect(cabecalhos.get('content-type')).toContain('application/json');
  expect(corpo.correlationId).toBe(cabecalhos.get('x-correlation-id'));
  expect(corpo.error.length).toBeGreaterThan(0);
  for (const item of corpo.error) {
    const campo = 'campo' in item ? { campo: expect.stringMatching(/./) } : {};
    expect(item).toEqual({
      title: TITULOS[status],
      message: expect.stringMatching(FRASE),
      codigo: expect.stringMatching(CODIGO),
      ...campo,
    });
    expect(item.message).not.toMatch(ESTRANGEIRO);
  }
}

/** The envelope, and in its first entry this code and this field. */
export function conferirRecusa(resposta: Resposta, { status, codigo, campo, mensagem }: Recusa): void {
  conferirEnvelope(resposta, status);
  const [primeiro] = resposta.corpo.error;
  expect([primeiro!.codigo, campo === undefined ? undefined : (primeiro!.campo ?? null)]).toEqual([
    codigo,
    campo,
  ]);
  if (mensagem) expect(primeiro!.message).toMatch(mensagem);
}

export const enviar = (aplicacao: AplicacaoDeTeste, envio: Envio): Promise<Resposta> =>
  aplicacao.pedir(envio.metodo ?? 'POST', envio.caminho, envio.corpo, envio.cabecalhos);

/** The request is refused so, and nothing at all is written. */
export async function esperaRecusa(
  aplicacao: AplicacaoDeTeste,
  envio: Envio,
  recusa: Recusa,
): Promise<Resposta> {
  const resposta = await esperaQueNadaMude(aplicacao, () => enviar(aplicacao, envio));
  conferirRecusa(resposta, recusa);
  return resposta;
}
