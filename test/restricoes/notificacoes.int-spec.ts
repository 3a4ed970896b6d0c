import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const INSTANTE = new Date('2026-06-01T12:00:00Z');

const NOTIFICACAO = {
  tipo: 'leito-liberado',
  canal: 'EMAIL',
  destinatario: 'a@b',
  referencia: 'leito:1',
  ocorrencia: 'e-1',
  status: 'CANCELADA',
  dados: '{}',
  tentativas: 0,
  criada_em: INSTANTE,
  devida_em: INSTANTE,
  enviada_em: null,
  message_id: null,
  erro: null,
  versao: 1,
};
const ENVIADA = { status: 'ENVIADA', enviada_em: INSTANTE, message_id: '<m@plantao>' };

let app: AplicacaoDeTeste;
let id: number;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  id = await inserirLinha(app, 'notificacoes', NOTIFICACAO);
});

afterAll(() => app.encerrar());

describe('Restrições de notificacoes', () => {
  it('deve recusar por uq_notificacoes_ocorrencia a mesma ocorrência para a mesma pessoa', async () => {
    await esperaRecusaDoBanco(
      app,
      ['notificacoes', NOTIFICACAO],
      'chave_duplicada',
      'uq_notificacoes_ocorrencia',
    );
  });

  it.each([
    { tipo: 'entrega-morta' },
    { destinatario: 'A@b' },
    { referencia: 'leito:2' },
    { ocorrencia: 'e-2' },
  ])('deve aceitar a que difere em %j', async (outra) => {
    expect(await inserirLinha(app, 'notificacoes', { ...NOTIFICACAO, ...outra })).toBeGreaterThan(id);
  });

  it.each([
    ['ck_notificacoes_canal', { canal: 'POMBO' }],
    ['ck_notificacoes_status', { status: 'PERDIDA' }],
    ['ck_notificacoes_tentativas', { tentativas: -1 }],
    ['ck_notificacoes_tentativas', { versao: 0 }],
    ['ck_notificacoes_enviada', { ...ENVIADA, enviada_em: null }],
    ['ck_notificacoes_enviada', { ...ENVIADA, message_id: null }],
    ['ck_notificacoes_enviada', { status: 'FALHA_DEFINITIVA', enviada_em: INSTANTE }],
  ])('deve recusar por %s a linha com %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(
      app,
      ['notificacoes', { ...NOTIFICACAO, ocorrencia: 'e-3', ...errado }],
      'verificacao',
      restricao,
    );
  });

  it('deve aceitar a enviada que diz quando e com que Message-ID', async () => {
    expect(
      await inserirLinha(app, 'notificacoes', { ...NOTIFICACAO, ...ENVIADA, ocorrencia: 'e-4' }),
    ).toBeGreaterThan(id);
  });
});

describe('Restrições de notificacoes_fila', () => {
  const naFila = { notificacao_id: 0, disponivel_em: new Date('2999-01-01T00:00:00Z') };

  it('deve recusar na fila a notificação que não existe', async () => {
    await esperaRecusaDoBanco(
      app,
      ['notificacoes_fila', { ...naFila, notificacao_id: 999_999 }],
      'referencia_inexistente',
    );
  });

  it('deve recusar duas vezes na fila a mesma notificação, e apagar a que lá está', async () => {
    await inserirLinha(app, 'notificacoes_fila', { ...naFila, notificacao_id: id });
    await esperaRecusaDoBanco(
      app,
      ['notificacoes_fila', { ...naFila, notificacao_id: id }],
      'chave_duplicada',
    );
    const apagar = app.unidade.executar((tx) => tx.executar('DELETE FROM notificacoes WHERE id = ?', [id]));
    await expect(apagar).rejects.toMatchObject({ natureza: expect.stringMatching(/^referencia_/) });
  });
});

describe('Restrições de correio_local', () => {
  it('deve recusar por uq_correio_local_message_id a mesma mensagem duas vezes', async () => {
    const mensagem = {
      message_id: '<m@plantao>',
      para: 'a@b',
      assunto: 'a',
      html: 'a',
      texto: 'a',
      recebida_em: INSTANTE,
    };
    await inserirLinha(app, 'correio_local', mensagem);
    await esperaRecusaDoBanco(
      app,
      ['correio_local', mensagem],
      'chave_duplicada',
      'uq_correio_local_message_id',
    );
  });
});
