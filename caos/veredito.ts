import { setTimeout as esperar } from 'node:timers/promises';
import type { Base } from '../ferramentas/apoio/base.js';
import { auditarTudo } from './auditoria.js';
import type { Palco } from './palco.js';
import { ALTA } from './pedidos.js';

/** What a dead replica was sending is free again after two minutes; what failed for want of a database, in seconds. */
const PRAZO_DO_SOSSEGO_MS = 150_000;
/** A known-bad product may never come to rest. */
const PRAZO_DO_RUIM_MS = 10_000;

const PENDENTES = {
  'entregas à espera': 'SELECT COUNT(*) AS n FROM entregas_prontas',
  'avisos à espera de envio': 'SELECT COUNT(*) AS n FROM notificacoes_fila',
  'eventos sem sequência': 'SELECT COUNT(*) AS n FROM eventos WHERE sequencia IS NULL',
  'linhas da auditoria sem selo': `SELECT COUNT(*) AS n FROM auditoria a
     LEFT JOIN auditoria_selos s ON s.registro_id = a.id WHERE s.sequencia IS NULL`,
};

export interface OpcoesDoVeredito {
  /** Mail that cannot be delivered is still waiting, and rightly so. */
  readonly semAvisos?: boolean;
}

/**
 * Starts whatever is not running, waits until nothing is left to do, and judges: the journal against the tables,
 * every invariant, nothing pending. No request may be in course.
 */
export async function julgar(palco: Palco, opcoes: OpcoesDoVeredito = {}): Promise<void> {
  await palco.reerguer();
  await sossegar(palco, opcoes);
  const { base, achados, diario } = palco;
  const achar = (oQue: string, exemplo: string): void => achados.anotar(oQue, exemplo);
  diario.conferir(await contarEventos(base, diario.eventos), achar);
  await conferirAltas(palco);
  await auditarTudo(palco);
}

/** Waits until nothing is pending; what still is at the deadline is a finding. */
export async function sossegar(palco: Palco, { semAvisos = false }: OpcoesDoVeredito = {}): Promise<void> {
  const inicio = performance.now();
  const prazo = inicio + (palco.dados.ruim ? PRAZO_DO_RUIM_MS : PRAZO_DO_SOSSEGO_MS);
  for (const [oQue, sql] of Object.entries(PENDENTES)) {
    if (semAvisos && sql.includes('notificacoes_fila')) continue;
    for (let faltam = await contar(palco.base, sql); faltam > 0; faltam = await contar(palco.base, sql)) {
      if (performance.now() > prazo) {
        palco.achados.anotar(`PARADO: ${oQue}`, `${faltam} no fim do prazo`);
        break;
      }
      await esperar(100);
    }
  }
  palco.medido.push(`sossego em ${segundos(performance.now() - inicio)}`);
}

async function contar(base: Base, sql: string): Promise<number> {
  return Number((await base.consultar(sql))[0]!.n);
}

async function contarEventos(base: Base, tipos: readonly string[]) {
  if (tipos.length === 0) return [];
  const linhas = await base.consultar(
    `SELECT tipo, agregado_tipo, agregado_id, COUNT(*) AS n FROM eventos
      WHERE tipo IN (${tipos.map(() => '?').join(', ')}) GROUP BY tipo, agregado_tipo, agregado_id`,
    tipos,
  );
  return linhas.map((linha) => ({
    evento: String(linha.tipo),
    agregado: `${String(linha.agregado_tipo)}:${String(linha.agregado_id)}`,
    vezes: Number(linha.n),
  }));
}

/** Beside its event, an acknowledged discharge is in its own row. */
async function conferirAltas({ base, diario, achados }: Palco): Promise<void> {
  const linhas = await base.consultar("SELECT id FROM internacoes WHERE status = 'ENCERRADA'");
  const encerradas = new Set(linhas.map(({ id }) => `internacao:${String(id)}`));
  for (const agregado of diario.agregadosDe(ALTA))
    if (!encerradas.has(agregado)) achados.anotar('PERDIDO: alta confirmada de internação aberta', agregado);
}

export const segundos = (ms: number): string =>
  `${(ms / 1000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} s`;
