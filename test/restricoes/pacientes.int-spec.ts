import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

type Natureza = 'chave_duplicada' | 'verificacao' | 'referencia_inexistente';

const INSTANTE = new Date('2026-06-01T12:00:00Z');
const PACIENTE = {
  nome: 'Maria',
  nome_busca: 'maria',
  cpf: null,
  cns: null,
  data_nascimento: '1980-02-29',
  sexo: 'F',
  contato_nome: null,
  contato_telefone: null,
  convenio_id: null,
  numero_carteira: null,
  ativo: true,
  inativado_em: null,
  motivo_inativacao: null,
  criado_em: INSTANTE,
  atualizado_em: INSTANTE,
  versao: 1,
};

describe('Restrições de pacientes', () => {
  let aplicacao: AplicacaoDeTeste;
  let maria: number;
  let outro: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    maria = await inserirLinha(aplicacao, 'pacientes', {
      ...PACIENTE,
      cpf: '52998224725',
      cns: '700000000000005',
    });
    outro = await inserirLinha(aplicacao, 'pacientes', PACIENTE);
  });
  afterAll(() => aplicacao.encerrar());

  it.each([
    ['uq_pacientes_cpf', { cpf: '52998224725' }],
    ['uq_pacientes_cns', { cns: '700000000000005' }],
  ])('deve recusar por %s', async (chave, repetido) => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['pacientes', { ...PACIENTE, ...repetido }],
      'chave_duplicada',
      chave,
    );
  });

  it.each([
    ['ck_pacientes_cpf', { cpf: '5299822472' }],
    ['ck_pacientes_cns', { cns: '70000000000000' }],
    ['ck_pacientes_sexo', { sexo: 'X' }],
    ['ck_pacientes_contato', { contato_nome: 'João' }],
    ['ck_pacientes_contato', { contato_telefone: '+5511987654321' }],
    ['ck_pacientes_carteira', { numero_carteira: '1' }],
    ['ck_pacientes_validade_carteira', { validade_carteira: '2026-12-31' }],
    ['ck_pacientes_nome_mae_busca', { nome_mae_busca: 'ana' }],
    ['ck_pacientes_inativacao', { ativo: false, inativado_em: INSTANTE }],
  ])('deve recusar por %s', async (verificacao, errado) => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['pacientes', { ...PACIENTE, ...errado }],
      'verificacao',
      verificacao,
    );
  });

  it('deve recusar um convênio que não existe', async () => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['pacientes', { ...PACIENTE, convenio_id: 999_999 }],
      'referencia_inexistente',
    );
  });

  it('deve guardar cada alergia em vigor uma vez, e a removida com a data', async () => {
    const alergia = {
      paciente_id: maria,
      descricao: 'Látex',
      descricao_ativa: 'latex',
      incluida_em: INSTANTE,
      removida_em: null,
      removida_por: null,
    };
    const tentar = (errado: object, natureza: Natureza, nome?: string) =>
      esperaRecusaDoBanco(aplicacao, ['pacientes_alergias', { ...alergia, ...errado }], natureza, nome);
    await inserirLinha(aplicacao, 'pacientes_alergias', alergia);
    await tentar({}, 'chave_duplicada', 'uq_pacientes_alergias_ativa');
    await tentar({ descricao_ativa: null }, 'verificacao', 'ck_pacientes_alergias_remocao');
    await tentar(
      { descricao_ativa: 'po', removida_em: INSTANTE },
      'verificacao',
      'ck_pacientes_alergias_remocao',
    );
    await tentar({ descricao_ativa: 'po', removida_por: 1 }, 'verificacao', 'ck_pacientes_alergias_remocao');
    await tentar({ paciente_id: 999_999 }, 'referencia_inexistente');
  });

  it('deve guardar um endereço principal por paciente, o dele', async () => {
    const endereco = {
      paciente_id: maria,
      paciente_principal_id: maria,
      logradouro: 'A',
      numero: '1',
      bairro: 'B',
      cidade: 'C',
      estado: 'SP',
      cep: '01310100',
      ativo: true,
      inativado_em: null,
      motivo_inativacao: null,
      criado_em: INSTANTE,
      atualizado_em: INSTANTE,
      versao: 1,
    };
    const tentar = (errado: object, natureza: Natureza, nome?: string) =>
      esperaRecusaDoBanco(
        aplicacao,
        ['enderecos', { ...endereco, paciente_principal_id: null, ...errado }],
        natureza,
        nome,
      );
    await inserirLinha(aplicacao, 'enderecos', endereco);
    await tentar({ paciente_principal_id: maria }, 'chave_duplicada', 'uq_enderecos_principal');
    await tentar({ paciente_principal_id: outro }, 'verificacao', 'ck_enderecos_principal');
    const inativo = { ativo: false, inativado_em: INSTANTE, motivo_inativacao: 'x' };
    await tentar(
      { ...inativo, paciente_id: outro, paciente_principal_id: outro },
      'verificacao',
      'ck_enderecos_principal',
    );
    await tentar({ ativo: false }, 'verificacao', 'ck_enderecos_inativacao');
    await tentar({ motivo_inativacao: 'x' }, 'verificacao', 'ck_enderecos_inativacao');
    await tentar({ estado: 'XX' }, 'verificacao', 'ck_enderecos_estado');
    await tentar({ cep: '1310100' }, 'verificacao', 'ck_enderecos_cep');
    await tentar({ paciente_id: 999_999 }, 'referencia_inexistente');
  });
});
