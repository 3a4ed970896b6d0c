import { describe, expect, it } from '@jest/globals';
import { Hospital } from './hospital.entity.js';

const PARTIDA = new Date('2026-06-01T12:00:00Z');
const DEPOIS = new Date('2026-06-02T12:00:00Z');
const doAmbiente = {
  fuso: 'America/Manaus',
  horaDoCenso: 7,
  leitoExigeLimpeza: false,
  exigeSegundoFator: false,
  exigeTrocaDaSenhaInicial: false,
};

describe('Hospital', () => {
  it('deve começar com a parte do ambiente e os padrões do produto', () => {
    expect(Hospital.inicial(doAmbiente, PARTIDA)).toEqual({
      id: 1,
      fuso: 'America/Manaus',
      horaDoCenso: 7,
      leitoExigeLimpeza: false,
      exigeSegundoFator: false,
      exigeTrocaDaSenhaInicial: false,
      tentativasAteBloquear: 10,
      horaDaVirada: 12,
      toleranciaMinutos: 0,
      classeDaDiaria: 'NOITE',
      reservaHoras: 2,
      reaberturaHoras: 24,
      prazoParticularDias: 30,
      sessaoInatividadeMinutos: 30,
      sessaoMaximaHoras: 12,
      criadoEm: PARTIDA,
      atualizadoEm: PARTIDA,
      versao: 1,
    });
  });

  it('deve mudar só o que foi dado e contar a versão', () => {
    const hospital = Hospital.inicial(doAmbiente, PARTIDA);
    hospital.alterar({ horaDaVirada: 10, fuso: undefined, toleranciaMinutos: 0 }, DEPOIS);
    expect(hospital).toEqual({
      ...Hospital.inicial(doAmbiente, PARTIDA),
      horaDaVirada: 10,
      atualizadoEm: DEPOIS,
      versao: 2,
    });
  });
});
