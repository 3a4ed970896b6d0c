/** `npm run tour`: plays the story of a hospital against a running server; see `--ajuda`. */
import { existsSync } from 'node:fs';
import { rodarTour } from './tour/rodar-tour.js';

// Whoever reads it, `head` or `less`, may leave before the end.
process.stdout.once('error', () => process.exit(1));
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await rodarTour(process.argv.slice(2), {
  ambiente: process.env,
  saida: process.stdout,
  entrada: process.stdin,
  buscar: fetch,
});
