import type { Base } from '../../ferramentas/apoio/base.js';

/** Drops unique keys of this run's database, `[table, key]`: without them a doubled effect shows itself. */
export const semChaves =
  (...chaves: readonly (readonly [tabela: string, chave: string])[]) =>
  async (base: Base): Promise<void> => {
    for (const [tabela, chave] of chaves)
      await base.consultar(`DROP INDEX ${chave}${base.motor === 'mysql' ? ` ON ${tabela}` : ''}`);
  };
