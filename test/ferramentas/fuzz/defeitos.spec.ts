import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';
import { trocar } from '../../../ferramentas/defeitos/troca.js';
import { apanhadaPor } from '../../../fuzz/defeitos/defeito.js';
import { DEFEITOS, defeitosCurtos } from '../../../fuzz/defeitos/defeitos.js';
import { ORACULOS } from '../../../fuzz/oraculos/juiz.js';

describe('defeitos plantados do fuzz', () => {
  it.each(DEFEITOS.map((defeito) => [defeito.codigo, defeito] as const))(
    'deve poder plantar %s',
    (_, { trocas }) => {
      for (const troca of trocas) {
        const texto = readFileSync(join(RAIZ, 'dist', troca.arquivo), 'utf8');
        expect(trocar(texto, troca)).not.toBe(texto);
      }
    },
  );

  it.each(DEFEITOS.map((defeito) => [defeito.codigo, defeito] as const))(
    'deve haver quem apanhe %s, e não ser uma demora',
    (_, defeito) => {
      // Doors that nobody meant to open are looked for outside the sequence.
      const existem = [...ORACULOS.map(({ codigo }) => codigo), 'rota-escondida'];
      const oraculos = apanhadaPor(defeito);
      expect(oraculos.length).toBeGreaterThan(0);
      expect(oraculos.filter((codigo) => !existem.includes(codigo))).toEqual([]);
      expect(oraculos).not.toContain('sem-demora');
    },
  );

  it('deve ter códigos que não se repetem, e os curtos entre eles', () => {
    const codigos = DEFEITOS.map(({ codigo }) => codigo);
    expect(new Set(codigos).size).toBe(codigos.length);
    expect(defeitosCurtos()).toHaveLength(4);
  });

  it('deve ter um oráculo e um defeito para cada classe de falha que se aplica', () => {
    // F202 is a request made by the server at the client's word: no route takes an address yet.
    const classes = [
      'F100',
      'F101',
      'F102',
      'F103',
      'F104',
      'F200',
      'F201',
      'F203',
      'F204',
      'F205',
      'F206',
      'F207',
    ]
      .concat(['F208', 'F209', 'F210'])
      .sort();
    expect([...new Set(DEFEITOS.map(({ classe }) => classe))].sort()).toEqual(classes);
    expect([...new Set(ORACULOS.flatMap((oraculo) => oraculo.classes))].sort()).toEqual(classes);
  });
});
