import { describe, expect, it } from '@jest/globals';
import { Registro } from './registro.js';

const CONVENIO = new Registro('convenios', 'CONVENIO', 'O convênio');
const ESPECIALIDADE = new Registro('especialidades', 'ESPECIALIDADE', 'A especialidade');

describe('Registro', () => {
  it.each([
    [
      CONVENIO.inexistente(3),
      'nao_encontrado',
      'CONVENIO.NAO_ENCONTRADO',
      'O convênio 3 não existe.',
      undefined,
    ],
    [CONVENIO.desconhecido(3, 'x'), 'invalido', 'CONVENIO.NAO_ENCONTRADO', 'O convênio 3 não existe.', 'x'],
    [CONVENIO.jaInativo(3), 'conflito', 'CONVENIO.JA_INATIVO', 'O convênio 3 já está inativo.', undefined],
    [CONVENIO.jaAtivo(3), 'conflito', 'CONVENIO.JA_ATIVO', 'O convênio 3 já está ativo.', undefined],
    [
      ESPECIALIDADE.inexistente(3),
      'nao_encontrado',
      'ESPECIALIDADE.NAO_ENCONTRADA',
      'A especialidade 3 não existe.',
      undefined,
    ],
    [
      ESPECIALIDADE.jaInativo(3),
      'conflito',
      'ESPECIALIDADE.JA_INATIVA',
      'A especialidade 3 já está inativa.',
      undefined,
    ],
    [
      ESPECIALIDADE.inativo(3, 'x'),
      'invalido',
      'ESPECIALIDADE.INATIVA',
      'A especialidade 3 está inativa. Reative o cadastro ou escolha outro.',
      'x',
    ],
  ])('deve recusar com o gênero do nome: %s', (erro, tipo, codigo, message, campo) => {
    expect(erro).toMatchObject({ tipo, codigo, message });
    expect(erro.campo).toBe(campo);
  });
});
