import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';
import { pararRele } from '../apoio/rele-parado.js';

const ANTES = new Date('2026-06-01T12:00:00Z');
const DEPOIS = new Date('2026-06-05T12:00:00Z');

const CRIACAO = { versao: 1, acao: 'criar', de: null, para: 'EMITIDO', valor: 100, motivo: null };

describe('Restrições de financeiro', () => {
  let aplicacao: AplicacaoDeTeste;
  let CONTA: Record<string, number | string | Date | null>;
  let LANCAMENTO: Record<string, number | string | Date | null>;
  let LINHA: Record<string, number | string | boolean | null>;
  let PASSO: Record<string, number | string | Date | null>;

  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    const hospital = await HospitalDeTeste.montar(aplicacao);
    const internacaoId = await hospital.internar('ENFERMARIA', { admitidaEm: ANTES });
    const outraId = await hospital.internar('ENFERMARIA', { admitidaEm: ANTES });
    const carimbos = { versao: 1, criado_em: ANTES, atualizado_em: ANTES };
    CONTA = { internacao_id: internacaoId, status: 'ABERTA', abertura: ANTES, fechamento: null, ...carimbos };
    const contaId = await inserirLinha(aplicacao, 'contas', { ...CONTA, internacao_id: outraId });
    const [paciente] = await aplicacao.consultar('SELECT id FROM pacientes LIMIT 1');
    LANCAMENTO = {
      ...{ conta_id: contaId, origem: `internacao:${internacaoId}`, tipo: 'FINAL', parte: 1, ativo: 1 },
      ...{ status: 'EMITIDO', convenio_id: null, paciente_id: Number(paciente!.id), valor: 100 },
      ...{ emissao: '2026-06-05', vencimento: '2026-07-06', autor_id: null, ...carimbos },
    };
    const lancamentoId = await inserirLinha(aplicacao, 'lancamentos', {
      ...LANCAMENTO,
      origem: 'internacao:900',
    });
    LINHA = {
      ...{ lancamento_id: lancamentoId, ordem: 2, tipo: 'DIARIA', codigo: null, descricao: 'Diária' },
      ...{
        data: '2026-06-01',
        quantidade: 1,
        preco_unitario: 100,
        fator: 10_000,
        valor: 100,
        sem_preco: false,
      },
    };
    await inserirLinha(aplicacao, 'lancamentos_linhas', { ...LINHA, ordem: 1 });
    PASSO = {
      ...{ lancamento_id: lancamentoId, versao: 2, acao: 'estornar', de: 'EMITIDO', para: 'ESTORNADO' },
      ...{ valor: -100, em: DEPOIS, motivo: 'Preço errado', autor_id: 1 },
    };
    await inserirLinha(aplicacao, 'lancamentos_historico', { ...PASSO, ...CRIACAO });
  });
  afterAll(() => aplicacao.encerrar());

  it.each([
    ['ck_contas_status', { status: 'ENCERRADA' }],
    ['ck_contas_fechamento', { fechamento: DEPOIS }],
    ['ck_contas_fechamento', { status: 'CANCELADA', fechamento: DEPOIS }],
    ['ck_contas_fechamento', { status: 'FECHADA' }],
    ['ck_contas_fechamento', { status: 'FECHADA', abertura: DEPOIS, fechamento: ANTES }],
    ['ck_contas_versao', { versao: 0 }],
  ])('deve recusar uma conta por %s: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(aplicacao, ['contas', { ...CONTA, ...errado }], 'verificacao', restricao);
  });

  it.each([
    ['ck_lancamentos_tipo', { tipo: 'OUTRO' }],
    ['ck_lancamentos_status', { status: 'PENDENTE' }],
    ['ck_lancamentos_parte', { parte: 0 }],
    ['ck_lancamentos_ativo', { ativo: 0 }],
    ['ck_lancamentos_ativo', { ativo: 2 }],
    ['ck_lancamentos_estornado', { ativo: null }],
    ['ck_lancamentos_estornado', { status: 'ESTORNADO' }],
    ['ck_lancamentos_valor', { status: 'RASCUNHO', valor: -1 }],
    ['ck_lancamentos_vencimento', { vencimento: '2026-06-04' }],
    ['ck_lancamentos_vencimento', { status: 'RASCUNHO', emissao: null }],
    ['ck_lancamentos_vencimento', { status: 'RASCUNHO', vencimento: null }],
    ['ck_lancamentos_emitido', { valor: 0 }],
    ['ck_lancamentos_emitido', { emissao: null, vencimento: null }],
    ['ck_lancamentos_emitido', { status: 'ESTORNADO', ativo: null, valor: 0 }],
    ['ck_lancamentos_final', { conta_id: null }],
    ['ck_lancamentos_versao', { versao: 0 }],
  ])('deve recusar um lançamento por %s: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['lancamentos', { ...LANCAMENTO, ...errado }],
      'verificacao',
      restricao,
    );
  });

  it.each([
    ['ck_lancamentos_linhas_tipo', { tipo: 'OUTRA' }],
    ['ck_lancamentos_linhas_ordem', { ordem: 0 }],
    ['ck_lancamentos_linhas_quantidade', { quantidade: 0 }],
    ['ck_lancamentos_linhas_preco', { preco_unitario: -1 }],
    ['ck_lancamentos_linhas_fator', { fator: 0 }],
    ['ck_lancamentos_linhas_valor', { valor: -1 }],
    ['ck_lancamentos_linhas_sem_preco', { sem_preco: true, preco_unitario: 0 }],
    ['ck_lancamentos_linhas_sem_preco', { sem_preco: true, valor: 0 }],
    ['ck_lancamentos_linhas_sem_preco', { sem_preco: 2 }],
  ])('deve recusar uma linha por %s: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(
      aplicacao,
      ['lancamentos_linhas', { ...LINHA, ...errado }],
      'verificacao',
      restricao,
    );
  });

  it.each([
    ['ck_lancamentos_historico_acao', { acao: 'apagar', para: 'CANCELADO' }],
    ['ck_lancamentos_historico_de', { de: 'PENDENTE' }],
    ['ck_lancamentos_historico_para', { acao: 'emitir', para: 'PENDENTE' }],
    ['ck_lancamentos_historico_criacao', { ...CRIACAO, versao: 2 }],
    ['ck_lancamentos_historico_criacao', { ...CRIACAO, de: 'RASCUNHO' }],
    ['ck_lancamentos_historico_criacao', { de: null }],
    ['ck_lancamentos_historico_criacao', { versao: 1 }],
    ['ck_lancamentos_historico_estorno', { valor: 1 }],
    ['ck_lancamentos_historico_estorno', { motivo: null }],
    ['ck_lancamentos_historico_estorno', { para: 'CANCELADO' }],
    ['ck_lancamentos_historico_estorno', { acao: 'cancelar' }],
  ])('deve recusar um passo por %s: %j', async (restricao, errado) => {
    const passo = { ...PASSO, ...errado };
    await esperaRecusaDoBanco(aplicacao, ['lancamentos_historico', passo], 'verificacao', restricao);
  });

  it('deve ter um passo por versão', async () => {
    await inserirLinha(aplicacao, 'lancamentos_historico', PASSO);
    await esperaRecusaDoBanco(
      aplicacao,
      ['lancamentos_historico', PASSO],
      'chave_duplicada',
      'uq_lancamentos_historico_versao',
    );
  });

  it('deve aceitar a conta cancelada sem fechamento e o rascunho estornado sem datas', async () => {
    await inserirLinha(aplicacao, 'lancamentos', {
      ...{ ...LANCAMENTO, status: 'ESTORNADO', ativo: null, valor: 0, emissao: null, vencimento: null },
      origem: 'internacao:901',
    });
    const [{ id }] = (await aplicacao.consultar('SELECT id FROM contas LIMIT 1')) as [{ id: number }];
    const cancelada = 'UPDATE contas SET status = ?, fechamento = NULL WHERE id = ?';
    expect(await aplicacao.unidade.executar((tx) => tx.executar(cancelada, ['CANCELADA', id]))).toBe(1);
  });

  it.each([
    ['lancamentos_historico', () => PASSO, 'lancamento_id'],
    ['contas', () => CONTA, 'internacao_id'],
    ['lancamentos', () => LANCAMENTO, 'conta_id'],
    ['lancamentos', () => LANCAMENTO, 'convenio_id'],
    ['lancamentos', () => LANCAMENTO, 'paciente_id'],
    ['lancamentos_linhas', () => LINHA, 'lancamento_id'],
  ] as const)('deve recusar em %s uma referência a nada', async (tabela, linha, coluna) => {
    await esperaRecusaDoBanco(aplicacao, [tabela, { ...linha(), [coluna]: 9_999 }], 'referencia_inexistente');
  });

  it('deve ter uma conta por internação e uma linha por ordem', async () => {
    await inserirLinha(aplicacao, 'contas', CONTA);
    await esperaRecusaDoBanco(aplicacao, ['contas', CONTA], 'chave_duplicada', 'uq_contas_internacao');
    const repetida = { ...LINHA, ordem: 1 };
    await esperaRecusaDoBanco(
      aplicacao,
      ['lancamentos_linhas', repetida],
      'chave_duplicada',
      'uq_lancamentos_linhas_ordem',
    );
  });

  it('deve ter um só lançamento ativo por origem, tipo e parte, e quantos estornados houver', async () => {
    const estornado = { ...LANCAMENTO, status: 'ESTORNADO', ativo: null };
    await inserirLinha(aplicacao, 'lancamentos', LANCAMENTO);
    await inserirLinha(aplicacao, 'lancamentos', estornado);
    await inserirLinha(aplicacao, 'lancamentos', estornado);
    await inserirLinha(aplicacao, 'lancamentos', { ...LANCAMENTO, tipo: 'COMPLEMENTAR' });
    await inserirLinha(aplicacao, 'lancamentos', { ...LANCAMENTO, parte: 2 });
    await esperaRecusaDoBanco(
      aplicacao,
      ['lancamentos', LANCAMENTO],
      'chave_duplicada',
      'uq_lancamentos_origem',
    );
    expect(
      await aplicacao.consultar('SELECT id FROM lancamentos WHERE origem = ?', [LANCAMENTO.origem as string]),
    ).toHaveLength(5);
  });
});
