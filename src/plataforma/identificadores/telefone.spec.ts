import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mascararTelefone, normalizarTelefone, telefoneValido } from './telefone.js';

const DDD_INEXISTENTES = [
  20, 23, 25, 26, 29, 30, 36, 39, 40, 50, 52, 56, 57, 58, 59, 60, 70, 72, 76, 78, 80, 90,
];
const DDD = Array.from({ length: 89 }, (_, i) => i + 11).filter((ddd) => !DDD_INEXISTENTES.includes(ddd));

const algarismos = (quantos: number) =>
  fc.integer({ min: 0, max: 10 ** quantos - 1 }).map((n) => String(n).padStart(quantos, '0'));
const brasileiro = fc
  .tuple(
    fc.constantFrom(...DDD),
    fc.oneof(
      algarismos(8).map((n) => `9${n}`),
      fc.tuple(fc.constantFrom('2', '3', '4', '5'), algarismos(7)).map((partes) => partes.join('')),
    ),
  )
  .map(([ddd, numero]) => `+55${ddd}${numero}`)
  .filter((telefone) => new Set(telefone.slice(3)).size > 1);

describe('telefone', () => {
  it.each([
    ['(11) 98765-4321', '+5511987654321'],
    ['11987654321', '+5511987654321'],
    ['011 98765-4321', '+5511987654321'],
    ['55 11 98765-4321', '+5511987654321'],
    ['0055 (11) 98765-4321', '+5511987654321'],
    ['+55 (11) 98765-4321', '+5511987654321'],
    ['1132654321', '+551132654321'],
    ['(55) 99987-6543', '+5555999876543'],
    ['(55) 3222-1234', '+555532221234'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['00 351 912 345 678', '+351912345678'],
  ])('deve guardar %s como %s', (texto, guardado) => {
    expect(normalizarTelefone(texto)).toBe(guardado);
    expect(telefoneValido(guardado)).toBe(true);
  });

  it.each([
    '(11) 8765-4321',
    '20987654321',
    '11187654321',
    '(11) 6765-4321',
    '(11) 70012-3456',
    '(99) 99999-9999',
    '98765-4321',
    '+55 98765-4321',
    '+55119876543210',
    '+11111111111',
    '+0115551234',
    '+123456',
    '+1234567890123456',
    '11 98765-43x1',
    '',
  ])('deve recusar %s', (texto) => {
    expect(telefoneValido(normalizarTelefone(texto))).toBe(false);
  });

  it('deve conhecer os 67 DDD que existem', () => {
    expect(DDD).toHaveLength(67);
    const aceitos = Array.from({ length: 90 }, (_, i) => i + 10).filter((ddd) =>
      telefoneValido(`+55${ddd}987654321`),
    );
    expect(aceitos).toEqual(DDD);
  });

  it('deve aceitar todo celular e fixo de DDD existente e voltar da máscara à forma guardada', () => {
    fc.assert(
      fc.property(brasileiro, (telefone) => {
        expect(telefoneValido(telefone)).toBe(true);
        expect(normalizarTelefone(mascararTelefone(telefone))).toBe(telefone);
      }),
    );
  });

  it('deve dar o mesmo resultado quando normalizado duas vezes', () => {
    const digitado = fc.string({ unit: fc.constantFrom(...'0123456789+()- '), maxLength: 20 });
    fc.assert(
      fc.property(digitado, (texto) => {
        const uma = normalizarTelefone(texto);
        expect(normalizarTelefone(uma)).toBe(uma);
      }),
    );
  });

  it('deve mostrar o número brasileiro com DDD e o estrangeiro como está guardado', () => {
    expect(mascararTelefone('+5511987654321')).toBe('(11) 98765-4321');
    expect(mascararTelefone('+551132654321')).toBe('(11) 3265-4321');
    expect(mascararTelefone('+14155552671')).toBe('+14155552671');
  });
});
