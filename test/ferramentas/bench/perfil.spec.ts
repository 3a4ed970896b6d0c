import { describe, expect, it } from '@jest/globals';
import { ORIGENS, origemDe } from '../../../bench/perfil/origem.js';
import { maisDemoradas, somar, tempoProprio } from '../../../bench/perfil/somar.js';

const no = (id: number, functionName: string, url: string, children: number[] = []) => ({
  ...{ id, children },
  callFrame: { functionName, url, lineNumber: 9 },
});

describe('perfil', () => {
  const perfil = {
    nodes: [
      no(1, '(root)', '', [2]),
      no(2, 'executar', 'file:///casa/dist/src/a.js', [3]),
      no(3, 'somar', 'file:///casa/node_modules/mysql2/lib/b.js', [4]),
      no(4, 'executar', 'file:///casa/dist/src/a.js'),
    ],
    // What was running at 100, 110, 130 and 160 µs.
    samples: [2, 3, 4, 2],
    timeDeltas: [0, 10, 20, 30],
    startTime: 100,
  };

  it('deve somar o tempo próprio e o inclusivo, sem contar duas vezes a recursão', () => {
    const gastos = somar(perfil, 0, 1_000);
    const executar = gastos.find(({ onde }) => onde === 'executar src/a.js:10');
    expect(executar).toMatchObject({ proprio: 40, inclusivo: 60, doProduto: true });
    const somarNoDriver = gastos.find(({ onde }) => onde === 'somar mysql2/lib/b.js:10');
    expect(somarNoDriver).toMatchObject({ proprio: 20, inclusivo: 50, doProduto: false });
  });

  it('deve deixar de fora o que aconteceu antes e depois', () => {
    const [mais, ...outras] = somar(perfil, 105, 125).filter(({ proprio }) => proprio > 0);
    expect(mais).toMatchObject({ onde: 'somar mysql2/lib/b.js:10', proprio: 20 });
    expect(outras).toEqual([]);
  });

  it('deve pôr em primeiro quem gasta mais, e só o que é do produto no tempo inclusivo', () => {
    const gastos = somar(perfil, 0, 1_000);
    expect(maisDemoradas(gastos, 'proprio', 1)[0]?.onde).toBe('executar src/a.js:10');
    expect(maisDemoradas(gastos, 'inclusivo', 9).every(({ doProduto }) => doProduto)).toBe(true);
  });

  it('deve dizer de onde vem o tempo', () => {
    const gastos = somar(perfil, 0, 1_000);
    const { PROPRIO, MYSQL2, NEST } = ORIGENS;
    expect([PROPRIO, MYSQL2, NEST].map((origem) => tempoProprio(gastos, origem))).toEqual([40, 20, 0]);
    expect(tempoProprio(gastos)).toBe(60);
  });

  it.each([
    ['f', 'file:///casa/node_modules/@nestjs/core/router/a.js', 'Nest'],
    ['f', 'file:///casa/node_modules/@nestjs/core/node_modules/rxjs/a.js', 'Nest'],
    ['f', 'file:///casa/node_modules/fastify/lib/reply.js', 'Fastify e outras bibliotecas'],
    ['get', 'file:///casa/node_modules/lru.min/lib/index.js', 'mysql2'],
    ['f', 'file:///casa/dist/bench/piso/piso.js', 'código próprio'],
    ['init', 'node:internal/async_hooks', 'AsyncLocalStorage'],
    ['emit', 'node:events', 'Node e V8'],
    ['runMicrotasks', '', 'Node e V8'],
    ['writev', '', 'escrever em soquetes'],
    ['(garbage collector)', '', 'coletor de lixo'],
    ['(idle)', '', 'à espera'],
  ])('deve saber de quem é %s de %s', (functionName, url, origem) => {
    expect(origemDe({ functionName, url })).toBe(origem);
  });
});
