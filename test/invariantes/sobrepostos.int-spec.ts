import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { sobrepostos } from '../../src/plataforma/invariantes/consultas.js';

interface Periodo {
  readonly classe: number;
  readonly grupo: number;
  readonly inicio: number;
  readonly fim: number | null;
}

/** DOMINIO §2: touching is not overlapping; a period of no length overlaps only what has it strictly inside. */
const cruzam = (a: Periodo, b: Periodo): boolean =>
  (b.fim === null || a.inicio < b.fim) && (a.fim === null || b.inicio < a.fim);

const periodo: fc.Arbitrary<Periodo> = fc
  .record({
    classe: fc.integer({ min: 0, max: 1 }),
    grupo: fc.integer({ min: 1, max: 2 }),
    inicio: fc.integer({ min: 0, max: 9 }),
    duracao: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 8 }),
  })
  .map(({ duracao, ...p }) => ({ ...p, fim: duracao === null ? null : p.inicio + duracao }));

describe('consulta dos períodos que se sobrepõem', () => {
  const banco = new Database(':memory:');
  banco.exec('CREATE TABLE periodos (id INTEGER, classe INTEGER, grupo INTEGER, inicio TEXT, fim TEXT)');
  afterAll(() => void banco.close());
  const inserir = banco.prepare('INSERT INTO periodos VALUES (?, ?, ?, ?, ?)');
  const hora = (n: number | null): string | null =>
    n === null ? null : `2026-06-01 ${String(n).padStart(2, '0')}:00:00.000`;

  it.each([false, true])(
    'deve achar alguma se, e só se, duas se cruzam; só as de outra classe: %s',
    (classes) => {
      const consulta = banco.prepare(sobrepostos('SELECT * FROM periodos', { classes }));
      fc.assert(
        fc.property(fc.array(periodo, { maxLength: 6 }), (periodos) => {
          banco.exec('DELETE FROM periodos');
          for (const [i, p] of periodos.entries())
            inserir.run(i, p.classe, p.grupo, hora(p.inicio), hora(p.fim));
          const culpados = periodos.flatMap((a, i) =>
            periodos.some(
              (b, j) => i !== j && a.grupo === b.grupo && cruzam(a, b) && (!classes || a.classe !== b.classe),
            )
              ? [i]
              : [],
          );
          const achados = consulta.all().map((linha) => (linha as { id: number }).id);
          expect(achados.length > 0).toBe(culpados.length > 0);
          expect(culpados).toEqual(expect.arrayContaining(achados));
        }),
        { numRuns: 2_000, seed: 5 },
      );
    },
  );
});
