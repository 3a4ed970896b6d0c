import { describe, expect, it } from '@jest/globals';
import type { ContaMontada } from './conta-da-internacao.js';
import { Conta } from './conta.entity.js';
import { Lancamento, type Pagador } from './lancamento.entity.js';
import type { LinhaDaConta } from './linha-da-conta.js';

const AGORA = new Date('2026-06-10T12:00:00.000Z');

const linha = (valor: number, semPreco = false): LinhaDaConta => ({
  ...{ tipo: 'DIARIA', codigo: null, descricao: 'Diária de enfermaria', data: '2026-06-07' },
  ...{ quantidade: 1, precoUnitario: valor, fator: 10_000, valor, semPreco },
});

const montada = (...linhas: LinhaDaConta[]): ContaMontada => ({
  linhas,
  valor: linhas.reduce((soma, { valor }) => soma + valor, 0),
  semPreco: linhas.some(({ semPreco }) => semPreco),
});

function fechar(conta: ContaMontada, pagador: Partial<Pagador> = {}): Lancamento {
  const daInternacao = Object.assign(Conta.abrir(42, AGORA, AGORA), { id: 7 });
  const quem = { pacienteId: 3, convenioId: 5, prazoDias: 30, ...pagador };
  return Object.assign(Lancamento.fecharConta(daInternacao, conta, quem, '2026-06-11', AGORA), { id: 9 });
}

describe('lançamento final de uma internação', () => {
  it('deve sair emitido no dia, com vencimento no dia útil depois do prazo', () => {
    expect(fechar(montada(linha(40_050), linha(180_000)))).toMatchObject({
      ...{ contaId: 7, origem: 'internacao:42', tipo: 'FINAL', parte: 1, ativo: 1, versao: 1 },
      ...{ status: 'EMITIDO', convenioId: 5, pacienteId: 3, valor: 220_050 },
      ...{ emissao: '2026-06-11', vencimento: '2026-07-13' },
    });
  });

  it.each([
    ['falta um preço', montada(linha(40_050), linha(0, true))],
    ['não há nada a pagar', montada(linha(0))],
    ['não há linhas', montada()],
  ])('deve ficar em rascunho, sem datas, quando %s', (_motivo, conta) => {
    expect(fechar(conta)).toMatchObject({ status: 'RASCUNHO', emissao: null, vencimento: null, ativo: 1 });
  });

  it('deve contar o que aconteceu uma vez, com o id que o banco deu', () => {
    const lancamento = fechar(montada(linha(40_050)), { convenioId: null });
    expect(lancamento.extrairEventos()).toEqual([
      expect.objectContaining({
        agregado: { tipo: 'lancamento', id: 9, versao: 1 },
        dados: {
          ...{ lancamentoId: 9, contaId: 7, internacaoId: 42, pacienteId: 3, convenioId: null },
          ...{ valorCentavos: 40_050, status: 'EMITIDO' },
        },
      }),
    ]);
    expect(lancamento.extrairEventos()).toEqual([]);
  });
});
