import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const [ANTES, DEPOIS] = [new Date('2026-06-01T10:00:00.000Z'), new Date('2026-06-01T22:00:00.000Z')];

/** Rows that stand; each test breaks one thing of one. */
const SESSAO: Record<string, Parametro> = {
  usuario_id: 1,
  criada_em: ANTES,
  renovada_em: ANTES,
  expira_em: DEPOIS,
  encerrada_em: null,
  motivo_encerramento: null,
  pendencia: null,
  origem: '127.0.0.1',
  agente: 'teste',
};
const TOKEN: Record<string, Parametro> = {
  sessao_id: 1,
  hash: 'a'.repeat(64),
  criado_em: ANTES,
  expira_em: DEPOIS,
  usado_em: null,
  irmao_emitido: false,
};
const REVOGACAO: Record<string, Parametro> = { usuario_id: 1, sessao_id: 1, versao: null, em: ANTES };

describe('restrições do banco: sessões', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await inserirLinha(app, 'sessoes', SESSAO);
    await inserirLinha(app, 'tokens_de_renovacao', TOKEN);
    await inserirLinha(app, 'acessos_revogados', REVOGACAO);
  });
  afterAll(() => app.encerrar());

  const verificacoes: [string, string, string, Record<string, Parametro>][] = [
    ['fim sem motivo', 'ck_sessoes_encerramento', 'sessoes', { ...SESSAO, encerrada_em: DEPOIS }],
    ['motivo sem fim', 'ck_sessoes_encerramento', 'sessoes', { ...SESSAO, motivo_encerramento: 'LOGOUT' }],
    [
      'motivo desconhecido',
      'ck_sessoes_motivo',
      'sessoes',
      { ...SESSAO, encerrada_em: DEPOIS, motivo_encerramento: 'TEDIO' },
    ],
    ['pendência desconhecida', 'ck_sessoes_pendencia', 'sessoes', { ...SESSAO, pendencia: 'NENHUMA' }],
    ['sessão que nasce vencida', 'ck_sessoes_validade', 'sessoes', { ...SESSAO, expira_em: ANTES }],
    [
      'irmão de um token por usar',
      'ck_tokens_de_renovacao_irmao',
      'tokens_de_renovacao',
      { ...TOKEN, hash: 'b', irmao_emitido: true },
    ],
    [
      'token que nasce vencido',
      'ck_tokens_de_renovacao_validade',
      'tokens_de_renovacao',
      { ...TOKEN, hash: 'b', expira_em: ANTES },
    ],
    [
      'revogação de nada',
      'ck_acessos_revogados_alvo',
      'acessos_revogados',
      { ...REVOGACAO, sessao_id: null },
    ],
    ['revogação de dois', 'ck_acessos_revogados_alvo', 'acessos_revogados', { ...REVOGACAO, versao: 2 }],
  ];
  it.each(verificacoes)('deve recusar %s', async (_, restricao, tabela, linha) => {
    await esperaRecusaDoBanco(app, [tabela, linha], 'verificacao', restricao);
  });

  it('deve recusar dois tokens de mesmo hash', async () => {
    await esperaRecusaDoBanco(
      app,
      ['tokens_de_renovacao', TOKEN],
      'chave_duplicada',
      'uq_tokens_de_renovacao_hash',
    );
  });

  it('deve recusar sessão de ninguém, token de nenhuma, e apagar a que tem tokens', async () => {
    await esperaRecusaDoBanco(app, ['sessoes', { ...SESSAO, usuario_id: 999_999 }], 'referencia_inexistente');
    const orfao = { ...TOKEN, hash: 'b', sessao_id: 999_999 };
    await esperaRecusaDoBanco(app, ['tokens_de_renovacao', orfao], 'referencia_inexistente');
    await expect(
      app.unidade.executar((tx) => tx.executar('DELETE FROM sessoes WHERE id = 1')),
    ).rejects.toMatchObject({ natureza: 'referencia_em_uso' });
  });
});
