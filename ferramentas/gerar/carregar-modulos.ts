import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Beside the compiled tool, or beside its source. */
const MODULOS = join(import.meta.dirname, '../../src/modulos');
const DECLARA_ALGO = /^[\w-]+[\\/](contrato|dominio)[\\/].*(?<!spec|\.d)\.[jt]s$/;

/**
 * Loads every `contrato/` and `dominio/` and answers what they export. Before anything is generated: the
 * catalogue of events has what was loaded, and must not depend on who happened to load it.
 */
export async function carregarModulos(): Promise<unknown[]> {
  const arquivos = readdirSync(MODULOS, { recursive: true, encoding: 'utf8' }).filter((nome) =>
    DECLARA_ALGO.test(nome),
  );
  const exportados: unknown[] = [];
  for (const arquivo of arquivos.sort())
    exportados.push(
      ...Object.values((await import(pathToFileURL(join(MODULOS, arquivo)).href)) as Record<string, unknown>),
    );
  return exportados;
}
