/** `npm run auditar`: checks in the database everything that must always hold; see `--ajuda`. */
import { existsSync } from 'node:fs';
import { rodarAuditoria } from './auditar/rodar-auditoria.js';

// Whoever reads it, `head` or `less`, may leave before the end.
process.stdout.once('error', () => process.exit(1));
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await rodarAuditoria(process.argv.slice(2), {
  ambiente: process.env,
  saida: process.stdout,
});
