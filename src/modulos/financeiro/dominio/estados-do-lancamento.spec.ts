import { describe, expect, it } from '@jest/globals';
import {
  type AcaoDoLancamento,
  ESTADOS_DO_LANCAMENTO,
  STATUS_DE_LANCAMENTO,
  type StatusDoLancamento,
} from './estados-do-lancamento.js';

/** Action -> state -> where it may lead. What is not here is refused. */
const LEGAIS: Record<AcaoDoLancamento, Partial<Record<StatusDoLancamento, StatusDoLancamento[]>>> = {
  emitir: { RASCUNHO: ['EMITIDO'] },
  'registrar-pagamento': {
    EMITIDO: ['PARCIALMENTE_PAGO', 'PAGO'],
    PARCIALMENTE_PAGO: ['PARCIALMENTE_PAGO', 'PAGO'],
    VENCIDO: ['PARCIALMENTE_PAGO', 'PAGO'],
    EM_COBRANCA: ['PARCIALMENTE_PAGO', 'PAGO'],
  },
  vencer: { EMITIDO: ['VENCIDO'], PARCIALMENTE_PAGO: ['VENCIDO'] },
  cobrar: { VENCIDO: ['EM_COBRANCA'] },
  glosar: { EMITIDO: ['GLOSADO'], VENCIDO: ['GLOSADO'] },
  recorrer: { GLOSADO: ['EM_RECURSO'] },
  'decidir-recurso': { EM_RECURSO: ['EMITIDO', 'CANCELADO'] },
  renegociar: { VENCIDO: ['RENEGOCIADO'], EM_COBRANCA: ['RENEGOCIADO'] },
  cancelar: { RASCUNHO: ['CANCELADO'], EMITIDO: ['CANCELADO'] },
  estornar: {
    ...{ RASCUNHO: ['ESTORNADO'], EMITIDO: ['ESTORNADO'], PARCIALMENTE_PAGO: ['ESTORNADO'] },
    ...{ PAGO: ['ESTORNADO'], VENCIDO: ['ESTORNADO'], EM_COBRANCA: ['ESTORNADO'] },
    ...{ GLOSADO: ['ESTORNADO'], EM_RECURSO: ['ESTORNADO'] },
  },
};

const acoes = Object.keys(LEGAIS) as AcaoDoLancamento[];
const casos = STATUS_DE_LANCAMENTO.flatMap((de) =>
  acoes.flatMap((acao) =>
    STATUS_DE_LANCAMENTO.map((para) => ({
      de,
      acao,
      para,
      legal: LEGAIS[acao][de]?.includes(para) ?? false,
    })),
  ),
);
const mover = ({ de, acao, para }: (typeof casos)[number]) =>
  ESTADOS_DO_LANCAMENTO.mover(de, acao, 'LANCAMENTO.ACAO_NAO_PERMITIDA', 'O lançamento 1', para);

describe('estados do lançamento', () => {
  it.each(casos.filter((c) => c.legal))('deve permitir $acao de $de para $para', (caso) => {
    expect(mover(caso)).toBe(caso.para);
  });

  it('deve recusar todo o resto, dizendo o que é possível', () => {
    const ilegais = casos.filter((c) => !c.legal);
    for (const caso of ilegais) expect(() => mover(caso)).toThrow(/não é possível/);
    expect(() => ESTADOS_DO_LANCAMENTO.mover('PAGO', 'cancelar', 'X.Y', 'O lançamento 7')).toThrow(
      'O lançamento 7 está pago: a ação "cancelar" não é possível. Ações possíveis agora: estornar.',
    );
  });

  it('deve nascer em rascunho e ter fim em renegociado, cancelado e estornado', () => {
    expect(ESTADOS_DO_LANCAMENTO.iniciais).toEqual(['RASCUNHO']);
    expect(STATUS_DE_LANCAMENTO.filter((s) => ESTADOS_DO_LANCAMENTO.acoesDe(s).length === 0)).toEqual([
      'RENEGOCIADO',
      'CANCELADO',
      'ESTORNADO',
    ]);
  });

  it('deve alcançar todos os estados a partir do rascunho', () => {
    const alcancados = new Set<StatusDoLancamento>(ESTADOS_DO_LANCAMENTO.iniciais);
    for (const estado of alcancados)
      for (const t of ESTADOS_DO_LANCAMENTO.transicoes) if (t.de === estado) alcancados.add(t.para);
    expect([...alcancados].sort()).toEqual([...STATUS_DE_LANCAMENTO].sort());
  });
});
