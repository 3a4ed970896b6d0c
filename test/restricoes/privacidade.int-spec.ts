import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const INSTANTE = new Date('2026-06-01T12:00:00Z');
const ANTES = new Date('2026-06-01T11:00:00Z');
const ABERTO = {
  tipo: 'ACESSO',
  status: 'ABERTO',
  descricao: null,
  aberto_em: INSTANTE,
  aberto_por: 1,
  prazo: '2026-06-16',
  respondido_em: null,
  respondido_por: null,
  resposta: null,
  fundamento: null,
  guarda_ate: null,
  versao: 1,
};
const ATENDIDO = {
  ...ABERTO,
  status: 'ATENDIDO',
  respondido_em: INSTANTE,
  respondido_por: 1,
  resposta: 'Sim.',
};
const RECUSADO = { ...ATENDIDO, status: 'RECUSADO', resposta: null, fundamento: 'Não.' };
const ELIMINACAO = {
  ...RECUSADO,
  tipo: 'ELIMINACAO',
  prazo: null,
  respondido_por: null,
  guarda_ate: '2046-06-01',
};

describe('Restrições de privacidade', () => {
  let app: AplicacaoDeTeste;
  let paciente_id: number;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    paciente_id = await (await CenarioDeInternacao.montar(app)).paciente();
  });
  afterAll(() => app.encerrar());

  it.each([ABERTO, ATENDIDO, RECUSADO, ELIMINACAO])(
    'deve aceitar um pedido coerente ($tipo $status)',
    async (p) => {
      expect(await inserirLinha(app, 'pedidos_de_privacidade', { ...p, paciente_id })).toBeGreaterThan(0);
    },
  );

  it.each([
    ['ck_pedidos_de_privacidade_tipo', { ...ABERTO, tipo: 'ESQUECIMENTO' }],
    ['ck_pedidos_de_privacidade_status', { ...ABERTO, status: 'PERDIDO' }],
    ['ck_pedidos_de_privacidade_aberto', { ...ABERTO, prazo: null }],
    ['ck_pedidos_de_privacidade_aberto', { ...ABERTO, resposta: 'Sim.' }],
    ['ck_pedidos_de_privacidade_aberto', { ...ABERTO, fundamento: 'Não.' }],
    ['ck_pedidos_de_privacidade_aberto', { ...ABERTO, respondido_em: INSTANTE }],
    ['ck_pedidos_de_privacidade_aberto', { ...ABERTO, respondido_por: 1 }],
    ['ck_pedidos_de_privacidade_atendido', { ...ATENDIDO, resposta: null }],
    ['ck_pedidos_de_privacidade_atendido', { ...ATENDIDO, respondido_em: null }],
    ['ck_pedidos_de_privacidade_atendido', { ...ATENDIDO, respondido_em: ANTES }],
    ['ck_pedidos_de_privacidade_atendido', { ...ATENDIDO, fundamento: 'Não.' }],
    ['ck_pedidos_de_privacidade_recusado', { ...RECUSADO, fundamento: null }],
    ['ck_pedidos_de_privacidade_recusado', { ...RECUSADO, resposta: 'Sim.' }],
    ['ck_pedidos_de_privacidade_eliminacao', { ...ELIMINACAO, guarda_ate: null }],
    ['ck_pedidos_de_privacidade_eliminacao', { ...ABERTO, tipo: 'ELIMINACAO' }],
    ['ck_pedidos_de_privacidade_eliminacao', { ...RECUSADO, respondido_por: null }],
    ['ck_pedidos_de_privacidade_eliminacao', { ...ABERTO, guarda_ate: '2046-06-01' }],
    ['ck_pedidos_de_privacidade_versao', { ...ABERTO, versao: 0 }],
  ])('deve recusar por %s', async (verificacao, linha) => {
    await esperaRecusaDoBanco(
      app,
      ['pedidos_de_privacidade', { ...linha, paciente_id }],
      'verificacao',
      verificacao,
    );
  });

  it('deve recusar o pedido de quem não existe', async () => {
    await esperaRecusaDoBanco(
      app,
      ['pedidos_de_privacidade', { ...ABERTO, paciente_id: 999_999 }],
      'referencia_inexistente',
    );
  });
});
