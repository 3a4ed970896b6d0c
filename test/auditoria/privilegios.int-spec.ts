import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { escutar, criarAplicacao } from '../../src/aplicacao.js';
import { Ambiente } from '../../src/config/ambiente.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';

const SENHA = 'senha-do-dia-a-dia-1';

/** The statement that docs/operacao.md gives, for another database and another user. */
function comandoDosPrivilegios(banco: string, usuario: string): string {
  const [, sql] = /```sql\n(SELECT CONCAT\('GRANT[\s\S]*?)```/.exec(
    readFileSync('docs/operacao.md', 'utf8'),
  )!;
  return sql!
    .replaceAll("''plantao''", `''${usuario}''`)
    .replaceAll('plantao.', `${banco}.`)
    .replace("'plantao'", `'${banco}'`);
}

const noMysql = NO_MYSQL ? describe : describe.skip;

noMysql('usuário do banco que só pode acrescentar à auditoria', () => {
  let app: AplicacaoDeTeste;
  let usuario: string;
  const admin = (sql: string) => app.unidade.executar((tx) => tx.consultar(sql));

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const { nome } = app.banco.ambiente.banco;
    usuario = `u_${nome}`.slice(0, 30);
    await admin(`CREATE USER '${usuario}'@'%' IDENTIFIED BY '${SENHA}'`);
    for (const linha of await admin(comandoDosPrivilegios(nome, usuario)))
      await admin(String(Object.values(linha)[0]));
  });
  afterAll(async () => {
    await admin(`DROP USER '${usuario}'@'%'`);
    await app.encerrar();
  });

  it('deve bastar ao produto, que sela o que grava, e não mudar nem apagar nada da trilha', async () => {
    const { ambiente } = app.banco;
    const produto = await criarAplicacao(
      new Ambiente({ ...ambiente, banco: { ...ambiente.banco, usuario, senha: SENHA } }),
    );
    try {
      await escutar(produto, 0, '127.0.0.1');
      const url = await produto.getUrl();
      const pedir = async (caminho: string, corpo: object, token = '') =>
        fetch(`${url}${caminho}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(corpo),
        });
      const entrada = (await (await pedir('/v1/auth/login', ADMIN)).json()) as {
        data: { accessToken: string };
      };
      expect((await pedir('/v1/setores', { nome: 'Só acrescenta' }, entrada.data.accessToken)).status).toBe(
        201,
      );
      await eventualmente(async () => {
        const [soltas] = await admin(
          'SELECT COUNT(*) AS n FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id WHERE s.sequencia IS NULL',
        );
        expect(Number(soltas!.n)).toBe(0);
      });
      const { UnidadeDeTrabalho } = await import('../../src/banco/unidade-de-trabalho.js');
      for (const sql of [
        "UPDATE auditoria SET acao = 'outra'",
        'DELETE FROM auditoria',
        "UPDATE auditoria_selos SET hash = 'x'",
        'DELETE FROM auditoria_selos',
        'DELETE FROM auditoria_cadeia',
      ])
        await expect(produto.get(UnidadeDeTrabalho).executar((tx) => tx.executar(sql))).rejects.toThrow();
    } finally {
      await produto.close();
    }
  });
});
