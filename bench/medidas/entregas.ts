import { setTimeout as esperar } from 'node:timers/promises';
import type { Base } from '../../ferramentas/apoio/base.js';

const CONTA_DA_ALTA = 'financeiro.fechar-conta-ao-conceder-alta';
const PRAZO_MS = 600_000;
const INTERVALO_MS = 100;

/** The last delivery of a discharge so far: those that follow are of what is measured next. */
export async function ultimaEntrega(base: Base): Promise<number> {
  const [linha] = await base.consultar('SELECT COALESCE(MAX(id), 0) AS id FROM entregas');
  return Number(linha!.id);
}

/** Waits until nothing is left to deliver; throws when it takes too long, or when one has been given up. */
export async function esperarEntregas(base: Base): Promise<void> {
  const prazo = performance.now() + PRAZO_MS;
  for (;;) {
    const [linha] = await base.consultar(
      "SELECT COUNT(*) AS faltam, SUM(status = 'MORTA') AS mortas FROM entregas WHERE status <> 'CONCLUIDA'",
    );
    if (Number(linha!.faltam) === 0) return;
    if (Number(linha!.mortas) > 0 || performance.now() > prazo)
      throw new Error(`${String(linha!.faltam)} entregas não foram concluídas`);
    await esperar(INTERVALO_MS);
  }
}

/**
 * From each discharge to its bill, in milliseconds, in ascending order. Both instants are the clock of the product, on
 * one machine: the first is taken just before the discharge commits, the second just before the bill does.
 */
export async function atrasosDaConta(base: Base, depoisDe: number): Promise<Float64Array> {
  const linhas = await base.consultar(
    `SELECT TIMESTAMPDIFF(MICROSECOND, e.ocorrido_em, n.concluida_em) / 1000 AS ms
       FROM entregas n JOIN eventos e ON e.id = n.evento_id
      WHERE n.id > ? AND n.saga = ? AND n.status = 'CONCLUIDA'`,
    [depoisDe, CONTA_DA_ALTA],
  );
  return Float64Array.from(linhas, ({ ms }) => Number(ms)).sort();
}

/** Deliveries a second, from the first to be concluded to the last. */
export async function ritmoDasEntregas(base: Base, depoisDe: number): Promise<number> {
  const [linha] = await base.consultar(
    `SELECT COUNT(*) AS quantas, TIMESTAMPDIFF(MICROSECOND, MIN(concluida_em), MAX(concluida_em)) / 1e6 AS segundos
       FROM entregas WHERE id > ? AND saga = ?`,
    [depoisDe, CONTA_DA_ALTA],
  );
  return Number(linha!.quantas) / Math.max(Number(linha!.segundos), 0.001);
}
