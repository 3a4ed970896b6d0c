import { describe, expect, it } from '@jest/globals';
import { Convenio } from './convenio.entity.js';

const ANTES = new Date('2026-06-01T12:00:00Z');
const DEPOIS = new Date('2026-06-02T12:00:00Z');
const cadastrar = (mais: object = {}) =>
  Convenio.cadastrar({ nome: 'Saúde  SERRANA', tipoPlano: 'FAMILIAR', ...mais }, ANTES);

describe('Convenio', () => {
  it('deve nascer ativo, com prazo de 30 dias e nome de busca normalizado', () => {
    expect(cadastrar()).toEqual({
      nome: 'Saúde  SERRANA',
      nomeBusca: 'saude serrana',
      tipoPlano: 'FAMILIAR',
      registroAns: null,
      cnpj: null,
      prazoPagamentoDias: 30,
      vigenciaInicio: null,
      vigenciaFim: null,
      ativo: true,
      inativadoEm: null,
      motivoInativacao: null,
      criadoEm: ANTES,
      atualizadoEm: ANTES,
      versao: 1,
    });
  });

  it.each([
    [{ prazoPagamentoDias: 0 }, { prazoPagamentoDias: 0 }],
    [{ prazoPagamentoDias: null }, { prazoPagamentoDias: 30 }],
    [
      { registroAns: null, cnpj: undefined },
      { registroAns: null, cnpj: '11222333000181' },
    ],
    [{ vigenciaFim: '2026-01-01' }, { vigenciaFim: '2026-01-01' }],
    [{ vigenciaInicio: null }, { vigenciaInicio: null }],
    [{ nome: 'Outro' }, { nome: 'Outro', nomeBusca: 'outro' }],
    [{}, {}],
  ])('deve mudar só isso ao receber %j', (mudancas, resultado) => {
    const inicial = {
      registroAns: '418374',
      cnpj: '11222333000181',
      prazoPagamentoDias: 45,
      vigenciaInicio: '2026-01-01',
    };
    const convenio = cadastrar(inicial);
    convenio.alterar(mudancas, DEPOIS);
    expect(convenio).toEqual({ ...cadastrar(inicial), ...resultado, atualizadoEm: DEPOIS, versao: 2 });
  });

  it.each([[{ vigenciaFim: '2025-12-31' }], [{ vigenciaInicio: '2026-07-01', vigenciaFim: '2026-06-30' }]])(
    'deve recusar fim de vigência antes do início: %j',
    (mudancas) => {
      expect(() => cadastrar({ vigenciaInicio: '2026-01-01' }).alterar(mudancas, DEPOIS)).toThrow(
        expect.objectContaining({ codigo: 'CONVENIO.VIGENCIA_INVERTIDA', campo: 'vigenciaFim' }),
      );
    },
  );
});
