import { describe, expect, it } from '@jest/globals';
import {
  type AcaoDeInternacao,
  ESTADOS_DA_INTERNACAO,
  STATUS_DE_INTERNACAO,
  type StatusDeInternacao,
} from './estados-da-internacao.js';

/** Every action in every state: where it leads, or nothing when it is refused. */
const TABELA: Record<AcaoDeInternacao, Partial<Record<StatusDeInternacao, StatusDeInternacao>>> = {
  admitir: { SOLICITADA: 'INTERNADA' },
  recusar: { SOLICITADA: 'RECUSADA' },
  cancelar: { SOLICITADA: 'CANCELADA', INTERNADA: 'CANCELADA' },
  transferir: { INTERNADA: 'INTERNADA', ALTA_PREVISTA: 'ALTA_PREVISTA' },
  'prever-alta': { INTERNADA: 'ALTA_PREVISTA', ALTA_PREVISTA: 'ALTA_PREVISTA' },
  'cancelar-previsao': { ALTA_PREVISTA: 'INTERNADA' },
  'alta-clinica': { INTERNADA: 'ALTA_CLINICA', ALTA_PREVISTA: 'ALTA_CLINICA' },
  alta: { INTERNADA: 'ENCERRADA', ALTA_PREVISTA: 'ENCERRADA', ALTA_CLINICA: 'ENCERRADA' },
  saida: { ALTA_CLINICA: 'ENCERRADA' },
  reabrir: { ENCERRADA: 'INTERNADA' },
};

const pares = (Object.keys(TABELA) as AcaoDeInternacao[]).flatMap((acao) =>
  STATUS_DE_INTERNACAO.map((de) => ({ acao, de, para: TABELA[acao][de] })),
);
const permitidos = pares.filter((par) => par.para !== undefined);
const recusados = pares.filter((par) => par.para === undefined);

const mover = (de: StatusDeInternacao, acao: AcaoDeInternacao) =>
  ESTADOS_DA_INTERNACAO.mover(de, acao, 'INTERNACAO.TRANSICAO_INVALIDA', 'A internação 7');

describe('estados da internação', () => {
  it.each(permitidos)('deve ir de $de para $para ao $acao', ({ de, acao, para }) => {
    expect(mover(de, acao)).toBe(para);
  });

  it.each(recusados)('deve recusar $acao em $de, com 409 que diz o que se pode', ({ de, acao }) => {
    const possiveis = ESTADOS_DA_INTERNACAO.acoesDe(de);
    const fim =
      possiveis.length === 0 ? 'Nenhuma outra é.' : `Ações possíveis agora: ${possiveis.join(', ')}.`;
    expect(() => mover(de, acao)).toThrow(
      expect.objectContaining({
        tipo: 'conflito',
        codigo: 'INTERNACAO.TRANSICAO_INVALIDA',
        message: expect.stringContaining(fim),
      }),
    );
  });

  it('deve conhecer só as ações da tabela, uma vez por estado', () => {
    const conhecidas = ESTADOS_DA_INTERNACAO.transicoes.map(({ de, acao }) => `${de} ${acao}`).sort();
    expect(conhecidas).toEqual(permitidos.map(({ de, acao }) => `${de} ${acao}`).sort());
  });

  it('deve dar nome a todos os estados e deixar canceladas e recusadas sem saída', () => {
    expect(Object.keys(ESTADOS_DA_INTERNACAO.estados)).toEqual([...STATUS_DE_INTERNACAO]);
    const comSaida = new Set(ESTADOS_DA_INTERNACAO.transicoes.map(({ de }) => de));
    expect(STATUS_DE_INTERNACAO.filter((estado) => !comSaida.has(estado))).toEqual(['CANCELADA', 'RECUSADA']);
  });

  it('deve oferecer cada ação nos estados em que ela é possível', () => {
    for (const estado of STATUS_DE_INTERNACAO)
      expect([...ESTADOS_DA_INTERNACAO.acoesDe(estado)].sort()).toEqual(
        permitidos
          .filter(({ de }) => de === estado)
          .map(({ acao }) => acao)
          .sort(),
      );
  });
});
