import { describe, expect, it } from '@jest/globals';
import { Diario, type EventoContado } from '../../../caos/diario.js';

const ALTA = 'internacoes.alta-concedida';
const de = (id: number) => ({ evento: ALTA, agregado: `internacao:${id}` });

function conferir(diario: Diario, contados: readonly EventoContado[]): string[] {
  const achados: string[] = [];
  diario.conferir(contados, (oQue, exemplo) => achados.push(`${oQue}: ${exemplo}`));
  return achados;
}

describe('Diário do caos', () => {
  it('deve aceitar o que foi confirmado e está no banco uma vez', () => {
    const diario = new Diario();
    diario.feito(de(1));
    expect(conferir(diario, [{ ...de(1), vezes: 1 }])).toEqual([]);
  });

  it('deve achar perdido o confirmado que não está no banco', () => {
    const diario = new Diario();
    diario.feito(de(1));
    expect(conferir(diario, [])).toEqual([expect.stringContaining('PERDIDO')]);
  });

  it('deve achar dobrado o que está no banco mais vezes que confirmado e incerto somados', () => {
    const diario = new Diario();
    diario.feito(de(1));
    diario.incerto(de(1));
    expect(conferir(diario, [{ ...de(1), vezes: 2 }])).toEqual([]);
    expect(conferir(diario, [{ ...de(1), vezes: 3 }])).toEqual([expect.stringContaining('DOBRADO')]);
  });

  it('deve deixar o incerto acontecer ou não', () => {
    const diario = new Diario();
    diario.incerto(de(1));
    expect(conferir(diario, [])).toEqual([]);
    expect(conferir(diario, [{ ...de(1), vezes: 1 }])).toEqual([]);
  });

  it('deve admitir tantas criações que ninguém viu quantas ficaram sem resposta, e nenhuma a mais', () => {
    const diario = new Diario();
    diario.incerto({ evento: ALTA, agregado: null });
    expect(conferir(diario, [{ ...de(7), vezes: 1 }])).toEqual([]);
    const dois = [
      { ...de(7), vezes: 1 },
      { ...de(8), vezes: 1 },
    ];
    expect(conferir(diario, dois)).toEqual([expect.stringContaining('SURGIDO')]);
  });

  it('deve contar os efeitos confirmados e os incertos', () => {
    const diario = new Diario();
    diario.feito(de(1));
    diario.feito(de(2));
    diario.incerto(de(2));
    diario.incerto({ evento: 'outro', agregado: null });
    expect(diario.totais).toEqual({ feitos: 2, incertos: 2 });
    expect(diario.agregadosDe(ALTA)).toEqual(['internacao:1', 'internacao:2']);
  });
});
