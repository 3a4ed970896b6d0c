import { auditar } from '../ferramentas/auditar/auditar-base.js';
import type { Palco } from './palco.js';

/** Every invariant that the product declares, judged past the product once it has come to rest: nothing is late. */
export async function auditarTudo({ base, achados, dados: { servidor } }: Palco): Promise<void> {
  // Straight to the server, whatever the product passes through.
  const direto = servidor ? { DB_HOST: servidor.host, DB_PORT: String(servidor.port) } : {};
  for (const { codigo, descricao, registros } of await auditar(
    { ...base.variaveis, ...direto },
    { toleranciaMs: 0 },
  ))
    achados.anotar(
      `AUDITOR ${codigo}: ${descricao}`,
      `${registros.length} registros, como ${registros[0] ?? '?'}`,
    );
}
