import { describe, expect, it } from '@jest/globals';
import { estadia, REGRAS_PADRAO, SAO_PAULO } from '../../../../test/apoio/estadia.js';
import { montarConta } from './conta-da-internacao.js';
import { Conta } from './conta.entity.js';
import type { Precos } from './diarias.js';
import { Lancamento } from './lancamento.entity.js';

const QUEM = { pacienteId: 3, convenioId: 5, prazoDias: 30 };
const { trechos, entrada, saida } = estadia(
  [
    ['ENFERMARIA', '07/06 10:00'],
    ['UTI_ADULTO', '09/06 15:00'],
  ],
  '10/06 09:00',
);

/** The payer's table lacks the ICU on the day of the exit, and gains it two days later, with a dearer ward. */
describe('conta com um preço que falta', () => {
  const montar = (precos: Precos) =>
    montarConta({ trechos, entrada, ate: saida, precos, politicas: REGRAS_PADRAO, calendario: SAO_PAULO });

  it('deve ficar em rascunho até o preço chegar, e então ser emitida pelos preços desse dia', () => {
    const conta = Object.assign(Conta.abrir(42, entrada, entrada), { id: 7 });
    const lancamento = Lancamento.fecharConta(
      conta,
      { conta: montar({ ENFERMARIA: 40_000 }), pagador: QUEM },
      { agora: saida, hoje: '2026-06-10', autorId: null },
    );
    expect(lancamento).toMatchObject({ status: 'RASCUNHO', valor: 80_000, vencimento: null });

    const depois = { agora: saida, hoje: '2026-06-12', autorId: 4 };
    const aindaFalta = { conta: montar({ ENFERMARIA: 50_000 }), pagador: QUEM };
    expect(() => lancamento.emitir(aindaFalta, depois)).toThrow('Diária de UTI adulto');
    expect(lancamento).toMatchObject({ status: 'RASCUNHO', valor: 80_000 });

    const completa = montar({ ENFERMARIA: 50_000, UTI_ADULTO: 180_000 });
    lancamento.emitir({ conta: completa, pagador: QUEM }, depois);
    // 12 June + 30 days is a Sunday.
    expect(lancamento).toMatchObject({
      ...{ status: 'EMITIDO', valor: 280_000, emissao: '2026-06-12', vencimento: '2026-07-13', autorId: 4 },
    });
    expect(lancamento.extrairPassos().map((p) => [p.acao, p.valor])).toEqual([
      ['criar', 0],
      ['emitir', 280_000],
    ]);
  });

  it('deve emitir logo a que só não tem preço do que não usou', () => {
    const semApartamento = montar({ ENFERMARIA: 40_000, UTI_ADULTO: 180_000 });
    expect(semApartamento).toMatchObject({ semPreco: false, valor: 260_000 });
  });
});
