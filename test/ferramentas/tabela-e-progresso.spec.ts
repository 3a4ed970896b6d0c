import { describe, expect, it } from '@jest/globals';
import { Progresso } from '../../ferramentas/aih/progresso.js';
import { comparar, escreverTabela } from '../../ferramentas/aih/tabela.js';

const ESPERADO = {
  internacoes: 5,
  altas: 4,
  abertas: 1,
  obitos: 1,
  pacientesDia: 1234,
  faturadoCentavos: 123_456_7,
};
const IGUAL = {
  ...ESPERADO,
  lancamentosAtivos: 4,
  altasComUmLancamento: 4,
  avisos: 4,
  leitosComAvisosCertos: 3,
};

describe('tabela de conferência', () => {
  it('deve conferir quando tudo o que foi medido é o esperado', () => {
    expect(comparar(IGUAL, ESPERADO, 3).filter((linha) => !linha.confere)).toEqual([]);
  });

  it.each(Object.keys(IGUAL) as (keyof typeof IGUAL)[])(
    'deve marcar a diferença de uma unidade em %s',
    (campo) => {
      const medido = { ...IGUAL, [campo]: IGUAL[campo] + 1 };
      expect(comparar(medido, ESPERADO, 3).filter((linha) => !linha.confere)).toHaveLength(1);
    },
  );

  it('deve escrever números e reais como se escrevem no Brasil, com as diferenças à vista', () => {
    const texto = escreverTabela(comparar({ ...IGUAL, altas: 3 }, ESPERADO, 3));
    expect(texto).toMatch(/^Altas +3 +4 {2}✗ diferente$/m);
    expect(texto).toMatch(/^Pacientes-dia das altas +1\.234 +1\.234 {2}✓$/m);
    expect(texto).toMatch(/^Total faturado +R\$ 12\.345,67 +R\$ 12\.345,67 {2}✓$/m);
  });
});

describe('progresso', () => {
  const escrever = (total: number, isTTY: boolean): string[] => {
    const escritos: string[] = [];
    const progresso = new Progresso(total, { isTTY, write: (texto) => escritos.push(texto) });
    for (let i = 0; i < total; i++) progresso.avancar();
    return escritos;
  };

  it('deve escrever uma linha a cada 50 fora do terminal, e a última', () => {
    expect(escrever(120, false)).toEqual([
      '50/120 internações\n',
      '100/120 internações\n',
      '120/120 internações\n',
    ]);
  });

  it('deve redesenhar a barra no terminal a cada passo', () => {
    const escritos = escrever(2, true);
    expect(escritos[0]).toBe(`\r${'█'.repeat(15)}${'░'.repeat(15)} 1/2 internações`);
    expect(escritos[1]).toBe(`\r${'█'.repeat(30)} 2/2 internações\n`);
  });
});
