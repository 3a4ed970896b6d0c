import { auditar } from '../ferramentas/auditar/auditar-base.js';
import type { Palco } from './palco.js';

/** Every invariant that the product declares, judged past the product once it has come to rest: nothing is late. */
export async function auditarTudo(palco: Palco): Promise<void> {
  const {
    base,
    achados,
    dados: { servidor },
  } = palco;
  if (base.motor === 'sqlite') await conferirArquivo(palco);
  // Straight to the server, whatever the product passes through.
  const direto = servidor ? { DB_HOST: servidor.host, DB_PORT: String(servidor.port) } : {};
  for (const { codigo, descricao, registros } of await auditar(
    { ...base.variaveis, ...direto },
    { toleranciaMs: 0, agora: palco.agora() },
  ))
    achados.anotar(
      `AUDITOR ${codigo}: ${descricao}`,
      `${registros.length} registros, como ${registros[0] ?? '?'}`,
    );
}

/** Below the invariants: a file that died half written may still answer every query. */
async function conferirArquivo({ base, achados }: Pick<Palco, 'base' | 'achados'>): Promise<void> {
  for (const { integrity_check: dito } of await base.consultar('PRAGMA integrity_check'))
    if (dito !== 'ok') achados.anotar('AUDITOR SQLITE.ARQUIVO_CORROMPIDO', String(dito));
  for (const { table, rowid, parent } of await base.consultar('PRAGMA foreign_key_check'))
    achados.anotar(
      'AUDITOR SQLITE.CHAVE_ESTRANGEIRA_SEM_REGISTRO',
      `${String(table)}:${String(rowid)} sem ${String(parent)}`,
    );
}
