import { describe, expect, it, jest } from '@jest/globals';
import type { Ambiente } from '../../config/ambiente.js';
import type { Registrador } from '../../plataforma/observabilidade/registrador.js';
import type { PoliticasDoHospital } from '../hospital/contrato/politicas-do-hospital.js';
import { AvisoSemSegundoFator } from './aviso-sem-segundo-fator.js';

const avisos = async (producao: boolean, exigeSegundoFator: boolean): Promise<number> => {
  const aviso = jest.fn();
  const politicas = { atuais: () => Promise.resolve({ exigeSegundoFator }) };
  await new AvisoSemSegundoFator(
    { producao } as Ambiente,
    politicas as unknown as PoliticasDoHospital,
    { aviso } as unknown as Registrador,
  ).onApplicationBootstrap();
  return aviso.mock.calls.length;
};

describe('AvisoSemSegundoFator', () => {
  it('deve avisar uma vez, em produção, que a equipe entra só com a senha', async () => {
    expect(await avisos(true, false)).toBe(1);
    expect([await avisos(true, true), await avisos(false, false), await avisos(false, true)]).toEqual([
      0, 0, 0,
    ]);
  });
});
