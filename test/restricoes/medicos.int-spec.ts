import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const INSTANTE = new Date('2026-06-01T12:00:00Z');
const MARCAS = {
  ativo: true,
  inativado_em: null,
  motivo_inativacao: null,
  criado_em: INSTANTE,
  atualizado_em: INSTANTE,
  versao: 1,
};
const MEDICO = {
  nome: 'Ana',
  nome_busca: 'ana',
  cpf: null,
  email: null,
  telefone: null,
  horario_atendimento: null,
  biografia: null,
  ...MARCAS,
};

describe('Restrições de medicos', () => {
  let aplicacao: AplicacaoDeTeste;
  let ana: number;
  let bia: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    ana = await inserirLinha(aplicacao, 'medicos', { ...MEDICO, cpf: '52998224725' });
    bia = await inserirLinha(aplicacao, 'medicos', MEDICO);
  });
  afterAll(() => aplicacao.encerrar());

  it('deve guardar o CPF de um médico só', async () => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['medicos', { ...MEDICO, cpf: '52998224725' }],
      'chave_duplicada',
      'uq_medicos_cpf',
    );
  });

  it.each([
    ['ck_medicos_cpf', { cpf: '5299822472' }],
    ['ck_medicos_horario', { horario_atendimento: 'MADRUGADA' }],
    ['ck_medicos_inativacao', { ativo: false, motivo_inativacao: 'x' }],
  ])('deve recusar médico por %s', async (verificacao, errado) => {
    await esperaRecusaDoBanco(aplicacao, ['medicos', { ...MEDICO, ...errado }], 'verificacao', verificacao);
  });

  it('deve guardar cada inscrição uma vez, com uma principal por médico', async () => {
    const inscricao = {
      medico_id: ana,
      medico_principal_id: ana,
      conselho: 'CRM',
      numero: '1',
      uf: 'SP',
      criado_em: INSTANTE,
    };
    await inserirLinha(aplicacao, 'medicos_registros', inscricao);
    const tentar = (
      errado: object,
      natureza: 'chave_duplicada' | 'verificacao' | 'referencia_inexistente',
      nome?: string,
    ) =>
      esperaRecusaDoBanco(
        aplicacao,
        ['medicos_registros', { ...inscricao, medico_principal_id: null, numero: '2', ...errado }],
        natureza,
        nome,
      );
    await tentar({ medico_id: bia, numero: '1' }, 'chave_duplicada', 'uq_medicos_registros_inscricao');
    await tentar({ medico_principal_id: ana }, 'chave_duplicada', 'uq_medicos_registros_principal');
    await tentar({ medico_principal_id: bia }, 'verificacao', 'ck_medicos_registros_principal');
    await tentar({ conselho: 'OAB' }, 'verificacao', 'ck_medicos_registros_conselho');
    await tentar({ uf: 'XX' }, 'verificacao', 'ck_medicos_registros_uf');
    await tentar({ medico_id: 999_999 }, 'referencia_inexistente');
  });

  it('deve ligar médico e especialidade que existem, uma vez', async () => {
    const vinculo = { medico_id: ana, especialidade_id: 1 };
    await inserirLinha(aplicacao, 'medicos_especialidades', vinculo);
    await esperaRecusaDoBanco(
      aplicacao,
      ['medicos_especialidades', vinculo],
      'chave_duplicada',
      'uq_medicos_especialidades',
    );
    await esperaRecusaDoBanco(
      aplicacao,
      ['medicos_especialidades', { ...vinculo, medico_id: 999_999 }],
      'referencia_inexistente',
    );
    await esperaRecusaDoBanco(
      aplicacao,
      ['medicos_especialidades', { ...vinculo, especialidade_id: 999_999 }],
      'referencia_inexistente',
    );
  });

  it('deve guardar cada especialidade uma vez, coerente', async () => {
    const nova = { nome: 'Nova', nome_busca: 'nova', ...MARCAS };
    await esperaRecusaDoBanco(
      aplicacao,
      ['especialidades', { ...nova, nome_busca: 'pediatria' }],
      'chave_duplicada',
      'uq_especialidades_nome',
    );
    await esperaRecusaDoBanco(
      aplicacao,
      ['especialidades', { ...nova, ativo: false }],
      'verificacao',
      'ck_especialidades_inativacao',
    );
  });
});
