import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const INSTANTE = new Date('2026-06-01T12:00:00Z');
const CONVENIO = {
  nome: 'Serrana',
  nome_busca: 'serrana',
  tipo_plano: 'FAMILIAR',
  registro_ans: '418374',
  cnpj: '12ABC34501DE35',
  prazo_pagamento_dias: 30,
  ativo: true,
  inativado_em: null,
  motivo_inativacao: null,
  criado_em: INSTANTE,
  atualizado_em: INSTANTE,
  versao: 1,
};
const OUTRO = { ...CONVENIO, nome_busca: 'outro', registro_ans: null, cnpj: null };

describe('Restrições de convenios', () => {
  let aplicacao: AplicacaoDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    convenioId = await inserirLinha(aplicacao, 'convenios', CONVENIO);
  });
  afterAll(() => aplicacao.encerrar());

  it.each([
    ['uq_convenios_registro_ans', { registro_ans: '418374' }],
    ['uq_convenios_cnpj', { cnpj: '12ABC34501DE35' }],
  ])('deve recusar por %s', async (chave, repetido) => {
    await esperaRecusaDoBanco(aplicacao, ['convenios', { ...OUTRO, ...repetido }], 'chave_duplicada', chave);
  });

  it.each([
    ['ck_convenios_tipo_plano', { tipo_plano: 'OURO' }],
    ['ck_convenios_registro_ans', { registro_ans: '41837' }],
    ['ck_convenios_cnpj', { cnpj: '12ABC34501DE3' }],
    ['ck_convenios_prazo', { prazo_pagamento_dias: -1 }],
    ['ck_convenios_prazo', { prazo_pagamento_dias: 366 }],
    ['ck_convenios_vigencia', { vigencia_inicio: '2026-01-02', vigencia_fim: '2026-01-01' }],
    ['ck_convenios_inativacao', { ativo: false }],
    ['ck_convenios_inativacao', { inativado_em: INSTANTE, motivo_inativacao: 'x' }],
    ['ck_convenios_inativacao', { ativo: false, inativado_em: INSTANTE }],
  ])('deve recusar por %s', async (verificacao, errado) => {
    await esperaRecusaDoBanco(aplicacao, ['convenios', { ...OUTRO, ...errado }], 'verificacao', verificacao);
  });

  it('deve guardar um preço por tipo de leito, nunca negativo, de um convênio que existe', async () => {
    const diaria = { convenio_id: convenioId, tipo_leito: 'ENFERMARIA', valor: 0 };
    const tentar = (
      errado: object,
      natureza: 'chave_duplicada' | 'verificacao' | 'referencia_inexistente',
      nome?: string,
    ) => esperaRecusaDoBanco(aplicacao, ['convenios_diarias', { ...diaria, ...errado }], natureza, nome);
    await inserirLinha(aplicacao, 'convenios_diarias', diaria);
    await tentar({}, 'chave_duplicada', 'uq_convenios_diarias_tipo');
    await tentar({ tipo_leito: 'REDE' }, 'verificacao', 'ck_convenios_diarias_tipo');
    await tentar({ tipo_leito: 'ISOLAMENTO', valor: -1 }, 'verificacao', 'ck_convenios_diarias_valor');
    await tentar({ convenio_id: 999_999 }, 'referencia_inexistente');
  });
});
