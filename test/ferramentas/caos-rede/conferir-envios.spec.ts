import { describe, expect, it } from '@jest/globals';
import { type Aviso, conferirEnvios, type Envios } from '../../../caos/correio/conferir-envios.js';

const aviso = (mais: Partial<Aviso> = {}): Aviso => ({
  id: 1,
  status: 'ENVIADA',
  tentativas: 1,
  messageId: '<1>',
  erro: null,
  ...mais,
});
const aceita = (em = 10_000, avisada = true, messageId = '<1>') => ({ em, avisada, messageId });

function achados(envios: Partial<Envios>): string[] {
  const vistos: string[] = [];
  conferirEnvios({ avisos: [aviso()], aceitas: [aceita()], mortes: [], ...envios }, (oQue) =>
    vistos.push(oQue),
  );
  return vistos.map((oQue) => oQue.split(':')[0]!);
}

describe('conferência dos envios', () => {
  it('deve aceitar um envio confirmado', () => {
    expect(achados({})).toEqual([]);
  });

  it.each<[string, Partial<Envios>]>([
    ['PERDIDO', { aceitas: [] }],
    ['DOBRADO', { aceitas: [aceita(10_000), aceita(70_000)] }],
    ['DOBRADO', { aceitas: [aceita(10_000), aceita(70_000)], mortes: [40_000] }],
    ['ALHEIO', { aceitas: [aceita(), aceita(10_000, true, '<2>')] }],
    ['PARADO', { avisos: [aviso({ status: 'NA_FILA' })] }],
    ['INSISTENTE', { avisos: [aviso({ tentativas: 6 })] }],
    ['ESQUECIDO', { avisos: [aviso({ status: 'FALHA_DEFINITIVA', erro: 'SMTP_550' })] }],
    [
      'DESISTENTE',
      { avisos: [aviso({ status: 'FALHA_DEFINITIVA', tentativas: 2, erro: 'SEM_CONEXAO' })], aceitas: [] },
    ],
  ])('deve achar: %s', (oQue, envios) => {
    expect(achados(envios)).toEqual([oQue]);
  });

  it.each<[string, Partial<Envios>]>([
    ['uma cópia cuja primeira resposta se perdeu', { aceitas: [aceita(10_000, false), aceita(70_000)] }],
    ['uma cópia de quem morreu logo depois', { aceitas: [aceita(10_000), aceita(70_000)], mortes: [10_040] }],
    [
      'a desistência depois de cinco tentativas',
      { avisos: [aviso({ status: 'FALHA_DEFINITIVA', tentativas: 5, erro: 'SEM_CONEXAO' })], aceitas: [] },
    ],
    [
      'a recusa definitiva na primeira',
      { avisos: [aviso({ status: 'FALHA_DEFINITIVA', erro: 'SMTP_554' })], aceitas: [] },
    ],
  ])('deve admitir %s', (_, envios) => {
    expect(achados(envios)).toEqual([]);
  });

  it('deve contar as cópias', () => {
    const aceitas = [aceita(1, false), aceita(2, false), aceita(3)];
    expect(conferirEnvios({ avisos: [aviso()], aceitas, mortes: [] }, () => undefined)).toEqual({
      copias: 2,
    });
  });
});
