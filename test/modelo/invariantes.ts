import { expect } from '@jest/globals';
import { inteiro } from '../../src/banco/dialeto.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** The beds and the patients whose past is judged. */
export interface Envolvidos {
  readonly leitos: readonly number[];
  readonly pacientes: readonly number[];
}

/** Two rows of periods that share time; one of no length, what has its instant strictly inside. */
const CRUZAM = '(b.fim IS NULL OR a.inicio < b.fim) AND (a.fim IS NULL OR b.inicio < a.fim)';

const PRESENTES = "('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA')";

/** Of each bed (`:l`) or patient (`:p`) these find what may never be (DOMINIO §2). */
const NUNCA: Readonly<Record<string, string>> = {
  'duas ocupações abertas num leito':
    'SELECT leito_id FROM ocupacoes WHERE leito_id IN :l AND fim IS NULL GROUP BY leito_id HAVING COUNT(*) > 1',
  'dois trechos abertos de um paciente': `SELECT i.paciente_id FROM ocupacoes o JOIN internacoes i ON i.id = o.internacao_id
     WHERE i.paciente_id IN :p AND o.fim IS NULL GROUP BY i.paciente_id HAVING COUNT(*) > 1`,
  'duas internações abertas de um paciente': `SELECT paciente_id FROM internacoes
     WHERE paciente_id IN :p AND status IN ${PRESENTES} GROUP BY paciente_id HAVING COUNT(*) > 1`,
  'ocupações sobrepostas num leito': `SELECT a.id FROM ocupacoes a JOIN ocupacoes b ON b.leito_id = a.leito_id AND b.id > a.id
     WHERE a.leito_id IN :l AND ${CRUZAM}`,
  'bloqueios sobrepostos num leito': `SELECT a.id FROM leitos_bloqueios a JOIN leitos_bloqueios b ON b.leito_id = a.leito_id AND b.id > a.id
     WHERE a.leito_id IN :l AND ${CRUZAM}`,
  'ocupação sobre bloqueio': `SELECT a.id FROM ocupacoes a JOIN leitos_bloqueios b ON b.leito_id = a.leito_id
     WHERE a.leito_id IN :l AND ${CRUZAM}`,
  'ocupações sobrepostas de um paciente': `SELECT a.id FROM ocupacoes a JOIN internacoes i ON i.id = a.internacao_id
      JOIN internacoes j ON j.paciente_id = i.paciente_id JOIN ocupacoes b ON b.internacao_id = j.id AND b.id > a.id
     WHERE i.paciente_id IN :p AND ${CRUZAM}`,
  'leito OCUPADO sem ocupação aberta, ou o contrário': `SELECT l.id FROM leitos l LEFT JOIN ocupacoes o ON o.leito_aberto_id = l.id
     WHERE l.id IN :l AND ((l.status = 'OCUPADO' AND o.id IS NULL) OR (l.status <> 'OCUPADO' AND o.id IS NOT NULL))`,
  'leito bloqueado sem bloqueio aberto, ou o contrário': `SELECT l.id FROM leitos l LEFT JOIN leitos_bloqueios b ON b.bloqueio_aberto_id = l.id
     WHERE l.id IN :l AND ((l.status IN ('BLOQUEADO','MANUTENCAO') AND b.id IS NULL)
        OR (l.status NOT IN ('BLOQUEADO','MANUTENCAO') AND b.id IS NOT NULL))`,
  'internação presente sem leito, ou o contrário': `SELECT i.id FROM internacoes i LEFT JOIN ocupacoes o ON o.internacao_aberta_id = i.id
     WHERE i.paciente_id IN :p AND ((i.status IN ${PRESENTES} AND o.id IS NULL) OR (i.status NOT IN ${PRESENTES} AND o.id IS NOT NULL))`,
  'internação que não vale e ocupou leito': `SELECT o.id FROM ocupacoes o JOIN internacoes i ON i.id = o.internacao_id
     WHERE i.paciente_id IN :p AND i.status IN ('SOLICITADA','RECUSADA','CANCELADA')`,
  'trechos que não vão da entrada à saída, um atrás do outro': `SELECT i.id FROM internacoes i
     WHERE i.paciente_id IN :p AND i.status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA')
       AND ((SELECT MIN(o.inicio) FROM ocupacoes o WHERE o.internacao_id = i.id) <> i.entrada
         OR (i.saida IS NOT NULL AND (SELECT MAX(o.fim) FROM ocupacoes o WHERE o.internacao_id = i.id) <> i.saida)
         OR EXISTS (SELECT 1 FROM ocupacoes o WHERE o.internacao_id = i.id AND o.inicio <> i.entrada
              AND NOT EXISTS (SELECT 1 FROM ocupacoes a WHERE a.internacao_id = i.id AND a.fim = o.inicio)))`,
  'história do leito que se interrompe': `SELECT h.id FROM leitos_historico h
     WHERE h.leito_id IN :l AND h.de <> (SELECT a.para FROM leitos_historico a
       WHERE a.leito_id = h.leito_id AND a.versao < h.versao ORDER BY a.versao DESC LIMIT 1)`,
  'história da internação que se interrompe': `SELECT m.id FROM internacoes_movimentacoes m
      JOIN internacoes i ON i.id = m.internacao_id
      LEFT JOIN internacoes_movimentacoes a ON a.internacao_id = m.internacao_id AND a.ordem = m.ordem - 1
     WHERE i.paciente_id IN :p AND (COALESCE(a.estado_novo, '-') <> COALESCE(m.estado_anterior, '-')
        OR m.ordem > i.movimentos OR (m.ordem = i.movimentos AND m.estado_novo <> i.status))`,
  'leito que não está onde a sua história o deixou': `SELECT l.id FROM leitos l JOIN leitos_historico h ON h.leito_id = l.id
     WHERE l.id IN :l AND h.versao = (SELECT MAX(a.versao) FROM leitos_historico a WHERE a.leito_id = l.id) AND h.para <> l.status`,
  'LeitoDesocupado a mais ou a menos': `SELECT h.id FROM leitos_historico h
     WHERE h.leito_id IN :l AND h.de = 'OCUPADO' AND h.para <> 'OCUPADO' AND (SELECT COUNT(*) FROM eventos e
       WHERE e.agregado_tipo = 'leito' AND e.agregado_id = h.leito_id AND e.agregado_versao = h.versao
         AND e.tipo = 'leitos.leito-desocupado') <> 1`,
  'LeitoOcupado a mais ou a menos': `SELECT h.id FROM leitos_historico h
     WHERE h.leito_id IN :l AND h.de <> 'OCUPADO' AND h.para = 'OCUPADO' AND (SELECT COUNT(*) FROM eventos e
       WHERE e.agregado_tipo = 'leito' AND e.agregado_id = h.leito_id AND e.agregado_versao = h.versao
         AND e.tipo = 'leitos.leito-ocupado') <> 1`,
  'LeitoLiberado sem chegada a LIVRE': `SELECT e.id FROM eventos e LEFT JOIN leitos_historico h
        ON h.leito_id = e.agregado_id AND h.versao = e.agregado_versao AND h.para = 'LIVRE' AND h.de <> 'LIVRE'
     WHERE e.agregado_tipo = 'leito' AND e.agregado_id IN :l AND e.tipo = 'leitos.leito-liberado' AND h.id IS NULL`,
  'conta FINAL ativa a mais ou a menos': `SELECT i.id FROM internacoes i
     WHERE i.paciente_id IN :p AND (SELECT COUNT(*) FROM lancamentos f JOIN contas c ON c.id = f.conta_id
       WHERE c.internacao_id = i.id AND f.tipo = 'FINAL' AND f.ativo = 1) <> CASE WHEN i.status = 'ENCERRADA' THEN 1 ELSE 0 END`,
  'reação que falhou': `SELECT n.id FROM entregas n JOIN eventos e ON e.id = n.evento_id
     WHERE n.status <> 'CONCLUIDA' AND ((e.agregado_tipo = 'leito' AND e.agregado_id IN :l)
        OR (e.agregado_tipo = 'internacao' AND e.agregado_id IN (SELECT id FROM internacoes WHERE paciente_id IN :p)))`,
};

/** Nothing that may never be has been found; each bed told that it became free so many times. */
export async function exigirInvariantes(
  aplicacao: AplicacaoDeTeste,
  { leitos, pacientes }: Envolvidos,
  liberacoes: readonly number[],
): Promise<void> {
  const lista = (ids: readonly number[]): string => `(${ids.join(', ')})`;
  for (const [oQue, sql] of Object.entries(NUNCA)) {
    const achados = await aplicacao.consultar(
      sql.replaceAll(':l', lista(leitos)).replaceAll(':p', lista(pacientes)),
    );
    expect([oQue, achados]).toEqual([oQue, []]);
  }
  const contadas = await aplicacao.consultar(
    `SELECT agregado_id AS id, COUNT(*) AS n FROM eventos WHERE agregado_tipo = 'leito'
        AND tipo = 'leitos.leito-liberado' AND agregado_id IN ${lista(leitos)} GROUP BY agregado_id`,
  );
  const vezes = new Map(contadas.map(({ id, n }) => [inteiro(id), inteiro(n)]));
  expect(['LeitoLiberado', leitos.map((id) => vezes.get(id) ?? 0)]).toEqual(['LeitoLiberado', liberacoes]);
}
