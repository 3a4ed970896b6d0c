import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const NO_SERVIDOR = process.env.BANCO_DE_TESTE === 'mysql';
/** Enough that a server would rather look the filter up and walk than bound the page. */
const PACIENTES = 20_000;
const PAGINA = `SELECT p.* FROM pacientes p
  WHERE p.ativo = ? AND p.nome_busca >= ? AND (p.nome_busca > ? OR p.id > ?)
  ORDER BY p.nome_busca ASC, p.id ASC LIMIT 21`;

describe('páginas fundas', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await app.unidade.executar(async (tx) => {
      await tx.executar(
        `INSERT INTO pacientes (nome, nome_busca, data_nascimento, sexo, ativo, criado_em, atualizado_em, versao)
         WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
         SELECT 'P', CONCAT('p', 100000 + a.i * 20 + b.i), '1980-01-01', 'F', 1, '2026-01-01', '2026-01-01', 1
           FROM n a JOIN (SELECT i FROM n WHERE i <= ${PACIENTES / 1000}) b`,
      );
    });
    if (NO_SERVIDOR) await app.consultar('ANALYZE TABLE pacientes');
  });
  afterAll(() => app.encerrar());

  it('deve começar no cursor também com um filtro que quase tudo cumpre', async () => {
    const cursor = ['p110000', 'p110000', 10_000];
    const [passo] = await app.consultar(`EXPLAIN ${NO_SERVIDOR ? '' : 'QUERY PLAN'} ${PAGINA}`, [
      true,
      ...cursor,
    ]);
    if (NO_SERVIDOR) expect(passo).toMatchObject({ type: 'range' });
    else expect(passo!.detail).toContain('(ativo=? AND nome_busca>?)');
  });
});
