/** `npm run auditoria:verificar`: recomputes the chain that seals the audit trail; see `--ajuda`. */
import { existsSync } from 'node:fs';
import { verificarAuditoria } from './auditoria/verificar-auditoria.js';

// Whoever reads it, `head` or `less`, may leave before the end.
process.stdout.once('error', () => process.exit(1));
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await verificarAuditoria(process.argv.slice(2), {
  ambiente: process.env,
  saida: process.stdout,
});
