import type { Motor } from '../../ferramentas/apoio/base.js';
import type { Palco } from '../alvos/palco.js';
import type { Executor } from '../alvos/executor.js';
import type { Documento } from '../documento/documento.js';
import { Validadores } from '../documento/validadores.js';
import { divergencias } from '../corrida/divergencias.js';
import { type Falha, Juiz } from '../oraculos/juiz.js';
import type { Tolerancias } from '../oraculos/oraculo.js';
import type { Passo } from '../passos/passo.js';

/** Takes these steps, as they are, and judges every one. */
export async function repassar(
  documento: Documento,
  executores: readonly Executor[],
  passos: readonly Passo[],
  tolerancias: Tolerancias,
): Promise<Falha[]> {
  const juizes = executores.map(() => new Juiz(documento, new Validadores(documento), tolerancias));
  const falhas: Falha[] = [];
  for (const passo of passos) {
    const execucoes = await Promise.all(executores.map((executor) => executor.seguir(passo)));
    falhas.push(...execucoes.flatMap((execucao, i) => juizes[i]!.julgar(execucao)));
    falhas.push(...divergencias(passo, executores, execucoes));
  }
  return falhas;
}

export interface Falhou {
  readonly oraculo: string;
  readonly tolerancias: Tolerancias;
  readonly motores: readonly Motor[];
  /** The product with the fault, when it was planted. */
  readonly principal?: string;
}

/** Whether the last of these steps, after the others and on fresh databases, still has this against it. */
export async function reproduz(
  palco: Palco,
  documento: Documento,
  passos: readonly Passo[],
  { oraculo, tolerancias, ...onde }: Falhou,
): Promise<boolean> {
  const ultimo = passos.at(-1)!.numero;
  const falhas = await palco.montar(
    (executores) => repassar(documento, executores, passos, tolerancias),
    onde,
  );
  return falhas.some((falha) => falha.oraculo === oraculo && falha.passo.numero === ultimo);
}
