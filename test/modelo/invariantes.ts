import { expect } from '@jest/globals';
import { inteiro } from '../../src/banco/dialeto.js';
import { Selagem } from '../../src/plataforma/auditoria/selagem.js';
import { Numerador } from '../../src/plataforma/eventos/numerador.js';
import { Auditor } from '../../src/plataforma/invariantes/auditor.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** All that must always hold does, in this story and in those before it; each bed told that it became free so many times. */
export async function exigirInvariantes(
  aplicacao: AplicacaoDeTeste,
  leitos: readonly number[],
  liberacoes: readonly number[],
): Promise<void> {
  // Nothing happens by itself here, the numbering of events and the sealing of the trail included.
  while (await aplicacao.app.get(Numerador).numerar());
  while ((await aplicacao.app.get(Selagem).selar(0)).cheio);
  const conferencias = await aplicacao.app.get(Auditor).auditar();
  const violados = conferencias.filter(({ conferida, registros }) => !conferida || registros.length > 0);
  expect(violados.map(({ invariante: { codigo }, registros }) => [codigo, registros])).toEqual([]);
  expect(await aplicacao.consultar("SELECT id, erro FROM entregas WHERE status <> 'CONCLUIDA'")).toEqual([]);

  const contadas = await aplicacao.consultar(
    `SELECT agregado_id AS id, COUNT(*) AS n FROM eventos WHERE agregado_tipo = 'leito'
        AND tipo = 'leitos.leito-liberado' AND agregado_id IN (${leitos.join(', ')}) GROUP BY agregado_id`,
  );
  const vezes = new Map(contadas.map(({ id, n }) => [inteiro(id), inteiro(n)]));
  expect(['LeitoLiberado', leitos.map((id) => vezes.get(id) ?? 0)]).toEqual(['LeitoLiberado', liberacoes]);
}
