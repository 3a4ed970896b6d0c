import type { Execucao, Executor } from '../alvos/executor.js';
import type { Falha } from '../oraculos/juiz.js';
import { itensDeErro } from '../oraculos/oraculo.js';
import type { Passo } from '../passos/passo.js';

/** The same request, with the same past, has the same status and the same reasons on every engine. */
export function divergencias(
  passo: Passo,
  executores: readonly Executor[],
  execucoes: readonly Execucao[],
): Falha[] {
  const ditos = execucoes.map((execucao) =>
    [
      execucao.resposta.status,
      ...itensDeErro(execucao).map(({ codigo, campo = '' }) => `${String(codigo)} ${String(campo)}`),
    ].join(' '),
  );
  if (new Set(ditos).size <= 1) return [];
  const motivo = ditos.map((dito, i) => `${executores[i]!.alvo.motor}: ${dito}`).join(' | ');
  return [{ oraculo: 'motores-iguais', motivo, passo }];
}
