import { describe, expect, it } from '@jest/globals';
import { EntregaMorta } from '../eventos/entrega-morta.js';
import { SagaDuravel } from '../eventos/saga-duravel.js';
import { type Invariante, invariantes } from './invariante.js';
import { reunir } from './reunir.js';

const um = (codigo: string): Invariante => ({
  codigo,
  descricao: 'Vale.',
  fonte: 'nenhuma',
  sql: 'SELECT 1 AS id',
});
const conjunto = (...codigos: string[]): unknown => invariantes(codigos.map(um)).useValue;

@SagaDuravel(EntregaMorta, 'teste.reagir-a-morte')
class ReagirAMorte {
  reagir = (): null => null;
}

describe('reunir o que os módulos declaram', () => {
  it('deve achar os invariantes e as sagas entre o que se provê, e ordenar por código', () => {
    const { invariantes: achados, escutas } = reunir([
      conjunto('TESTE.B'),
      7,
      null,
      ReagirAMorte,
      conjunto('TESTE.A'),
    ]);
    expect(achados.map(({ codigo }) => codigo)).toEqual(['TESTE.A', 'TESTE.B']);
    expect(escutas).toEqual([{ tipo: 'plataforma.entrega-morta', saga: 'teste.reagir-a-morte' }]);
  });

  it.each([
    ['dois têm o mesmo código', conjunto('TESTE.A', 'TESTE.A')],
    ['um código não é um código', conjunto('teste.a')],
  ])('deve recusar quando %s', (_quando, declarado) => {
    expect(() => reunir([declarado])).toThrow('is no name for an invariant, or is that of two');
  });
});
