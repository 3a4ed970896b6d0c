import { describe, expect, it } from '@jest/globals';
import type { ContaMontada } from './conta-da-internacao.js';
import { Conta } from './conta.entity.js';
import { Lancamento } from './lancamento.entity.js';
import type { LinhaDaConta } from './linha-da-conta.js';
import type { Pagador } from './pagador.js';

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

const DIA = { hoje: '2026-06-11', agora: AGORA, autorId: null };
const QUEM: Pagador = { pacienteId: 3, convenioId: 5, prazoDias: 30 };

function fechar(
  conta: ContaMontada,
  pagador: Partial<Pagador> = {},
  autorId: number | null = null,
): Lancamento {
  const daInternacao = Object.assign(Conta.abrir(42, AGORA, AGORA), { id: 7 });
  const cobranca = { conta, pagador: { ...QUEM, ...pagador } };
  return Object.assign(Lancamento.fecharConta(daInternacao, cobranca, { ...DIA, autorId }), { id: 9 });
}

/** As it is read again: its steps and events were stored. */
function gravado(lancamento: Lancamento): Lancamento {
  lancamento.extrairPassos();
  lancamento.extrairEventos();
  return lancamento;
}

const passos = (lancamento: Lancamento) =>
  lancamento
    .extrairPassos()
    .map(({ lancamentoId, versao, acao, de, para, valor, motivo, autorId }) => [
      ...[lancamentoId, versao, acao, de, para, valor, motivo, autorId],
    ]);

describe('lançamento final de uma internação', () => {
  it('deve sair emitido no dia, com vencimento no dia útil depois do prazo', () => {
    const lancamento = fechar(montada(linha(40_050), linha(180_000)));
    expect(lancamento).toMatchObject({
      ...{ contaId: 7, origem: 'internacao:42', tipo: 'FINAL', parte: 1, ativo: 1, versao: 1 },
      ...{ status: 'EMITIDO', convenioId: 5, pacienteId: 3, valor: 220_050, autorId: null },
      ...{ emissao: '2026-06-11', vencimento: '2026-07-13' },
    });
    expect(passos(lancamento)).toEqual([[9, 1, 'criar', null, 'EMITIDO', 220_050, null, null]]);
  });

  it.each([
    ['falta um preço', montada(linha(40_050), linha(0, true))],
    ['não há nada a pagar', montada(linha(0))],
    ['não há linhas', montada()],
  ])('deve ficar em rascunho, sem datas, sem autor e sem cobrar nada, quando %s', (_motivo, conta) => {
    const lancamento = fechar(conta, {}, 4);
    expect(lancamento).toMatchObject({
      ...{ status: 'RASCUNHO', emissao: null, vencimento: null, ativo: 1, autorId: null },
    });
    expect(passos(lancamento)).toEqual([[9, 1, 'criar', null, 'RASCUNHO', 0, null, 4]]);
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

describe('emissão de um rascunho', () => {
  const completa = {
    conta: montada(linha(100), linha(250)),
    pagador: { ...QUEM, convenioId: 6, prazoDias: 10 },
  };
  const PESSOA = { ...DIA, hoje: '2026-06-12', autorId: 4 };

  it('deve tomar as linhas, o pagador e a data de agora, e ter por autor quem emite', () => {
    const rascunho = gravado(fechar(montada(linha(100), linha(0, true))));
    rascunho.emitir(completa, PESSOA);
    expect(rascunho).toMatchObject({
      ...{ status: 'EMITIDO', valor: 350, convenioId: 6, autorId: 4, versao: 2, ativo: 1 },
      ...{ emissao: '2026-06-12', vencimento: '2026-06-22', linhas: completa.conta.linhas },
    });
    expect(passos(rascunho)).toEqual([[9, 2, 'emitir', 'RASCUNHO', 'EMITIDO', 350, null, 4]]);
    expect(rascunho.extrairEventos()).toEqual([
      expect.objectContaining({
        agregado: { tipo: 'lancamento', id: 9, versao: 2 },
        dados: {
          ...{ lancamentoId: 9, contaId: 7, internacaoId: 42, pacienteId: 3, convenioId: 6 },
          valorCentavos: 350,
        },
      }),
    ]);
  });

  it.each([
    [5, 'Falta preço na tabela do convênio 5 para: Diária de enfermaria, Diária de UTI adulto.'],
    [null, 'Falta preço na tabela do hospital para: Diária de enfermaria, Diária de UTI adulto.'],
  ])('deve recusar enquanto falta preço, dizendo uma vez o de quê (convênio %s)', (convenioId, frase) => {
    const rascunho = gravado(fechar(montada(linha(0, true))));
    const uti = { ...linha(0, true), descricao: 'Diária de UTI adulto' };
    const conta = montada(linha(100), linha(0, true), uti, linha(0, true));
    const emitir = () => rascunho.emitir({ conta, pagador: { ...QUEM, convenioId } }, PESSOA);
    expect(emitir).toThrow(expect.objectContaining({ tipo: 'conflito', codigo: 'LANCAMENTO.SEM_PRECO' }));
    expect(emitir).toThrow(frase);
    expect(rascunho).toMatchObject({ status: 'RASCUNHO', versao: 1, valor: 0 });
  });

  it('deve recusar o que não tem nada a cobrar, e o que já foi emitido', () => {
    const vazio = gravado(fechar(montada(linha(0, true))));
    expect(() => vazio.emitir({ conta: montada(linha(0)), pagador: QUEM }, PESSOA)).toThrow('o total é zero');
    const emitido = gravado(fechar(montada(linha(100))));
    expect(() => emitido.emitir(completa, PESSOA)).toThrow(
      'O lançamento 9 está emitido: a ação "emitir" não é possível. Ações possíveis agora: estornar.',
    );
    expect([...passos(vazio), ...passos(emitido)]).toEqual([]);
  });
});

describe('estorno de um lançamento', () => {
  it('deve ser uma contrapartida do valor: o lançamento fica, e não cobra mais nada', () => {
    const lancamento = gravado(fechar(montada(linha(40_050))));
    lancamento.estornar('Convênio errado', { agora: AGORA, autorId: 4 });
    expect(lancamento).toMatchObject({
      ...{ status: 'ESTORNADO', ativo: null, valor: 40_050, emissao: '2026-06-11', versao: 2 },
    });
    expect(passos(lancamento)).toEqual([
      [9, 2, 'estornar', 'EMITIDO', 'ESTORNADO', -40_050, 'Convênio errado', 4],
    ]);
    expect(lancamento.extrairEventos()).toEqual([
      expect.objectContaining({
        agregado: { tipo: 'lancamento', id: 9, versao: 2 },
        dados: { lancamentoId: 9, contaId: 7, internacaoId: 42, valorCentavos: 40_050 },
      }),
    ]);
    expect(() => lancamento.estornar('De novo', { agora: AGORA, autorId: 4 })).toThrow('está estornado');
  });

  it('deve não ter o que devolver de um rascunho, que nada cobrava', () => {
    const rascunho = gravado(fechar(montada(linha(100), linha(0, true))));
    rascunho.estornar('Alta desfeita', { agora: AGORA, autorId: null });
    expect(passos(rascunho)).toEqual([[9, 2, 'estornar', 'RASCUNHO', 'ESTORNADO', 0, 'Alta desfeita', null]]);
  });

  it('deve caber a outra pessoa que não a que emitiu; o que o sistema emitiu não tem autor', () => {
    const daPessoa = fechar(montada(linha(100)), {}, 4);
    expect(() => daPessoa.exigirOutraPessoa(4)).toThrow(
      expect.objectContaining({ tipo: 'proibido', codigo: 'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR' }),
    );
    expect(() => daPessoa.exigirOutraPessoa(5)).not.toThrow();
    expect(() => fechar(montada(linha(100))).exigirOutraPessoa(null)).not.toThrow();
  });
});
