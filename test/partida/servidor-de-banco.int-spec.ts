import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mysql, { type Connection } from 'mysql2/promise';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { variaveisDoProcesso } from '../apoio/processo-do-plantao.js';
import { type Fim, iniciarEmVao } from './processo.js';

const SENHA = 'Senha-do-usuario-1';

/** What only a real server says; on SQLite there is nothing to see here. */
describe('servidor de banco que não deixa entrar', () => {
  let banco: BancoDeTeste;
  let administrador: Connection;
  let usuario: string;
  let contas: readonly string[];

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    if (!NO_MYSQL) return;
    const { host, porta, usuario: user, senha: password, nome } = banco.ambiente.banco;
    administrador = await mysql.createConnection({ host: host!, port: porta, user, password });
    await administrador.query(`ALTER DATABASE ${nome} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    usuario = `${nome.slice(-12)}_restrito`;
    // For this machine as well: where a server still has its anonymous user of localhost, that one would come first.
    contas = ['%', 'localhost'].map((maquina) => `'${usuario}'@'${maquina}'`);
  });

  beforeEach(async () => {
    if (!NO_MYSQL) return;
    await administrador.query(`DROP USER IF EXISTS ${contas.join()}`);
    const comSenha = contas.map((conta) => `${conta} IDENTIFIED BY '${SENHA}'`);
    await administrador.query(`CREATE USER ${comSenha.join()}`);
  });

  afterAll(async () => {
    if (NO_MYSQL) {
      await administrador.query(`DROP USER IF EXISTS ${contas.join()}`);
      await administrador.end();
    }
    await banco.apagar();
  });

  const entrarCom = (variaveis: Record<string, string>): Promise<Fim> =>
    iniciarEmVao({
      ...variaveisDoProcesso(banco.ambiente),
      DB_USER: usuario,
      DB_PASSWORD: SENHA,
      ...variaveis,
    });

  const esperarExplicacao = ({ codigo, saida }: Fim, ...trechos: string[]): void => {
    expect(saida).toMatch(/^\nO Plantão não pôde iniciar\.\n/);
    for (const trecho of trechos) expect(saida).toContain(trecho);
    expect(saida).not.toContain(SENHA);
    expect(saida).not.toContain('\n    at ');
    expect(codigo).toBe(1);
  };

  const conceder = (nome: string): string =>
    `GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES, DROP\n    ON \`${nome}\`.* TO '${usuario}'@'%';`;

  it('deve dizer que o usuário ou a senha não servem, sem mostrar a senha', async () => {
    if (!NO_MYSQL) return;
    esperarExplicacao(
      await entrarCom({ DB_PASSWORD: `${SENHA}-errada` }),
      `recusou o usuário ${usuario} com a senha dada.`,
      'Corrija DB_USER e DB_PASSWORD',
    );
  });

  it('deve mostrar como criar o banco que não existe, ou que o usuário não pode usar', async () => {
    if (!NO_MYSQL) return;
    const { nome } = banco.ambiente.banco;
    esperarExplicacao(
      await entrarCom({}),
      `O banco ${nome} não existe em`,
      `CREATE DATABASE IF NOT EXISTS \`${nome}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
      conceder(nome),
    );
    const { usuario: DB_USER, senha: DB_PASSWORD } = banco.ambiente.banco;
    const { codigo, saida } = await entrarCom({ DB_USER, DB_PASSWORD, DB_NAME: 'plantao_que_nao_existe' });
    expect(saida).toContain('O banco plantao_que_nao_existe não existe em');
    expect(saida).toContain('Corrija DB_NAME');
    expect(codigo).toBe(1);
  });

  it('deve mostrar que privilégio falta para migrar', async () => {
    if (!NO_MYSQL) return;
    const { nome } = banco.ambiente.banco;
    await administrador.query(`GRANT SELECT ON ${nome}.* TO ${contas.join()}`);
    esperarExplicacao(
      await entrarCom({}),
      `O usuário ${usuario} não pode criar ou mudar tabelas em ${nome} (CREATE command denied`,
      conceder(nome),
    );
  });

  it('deve recusar um banco migrado por uma versão mais nova, sem mudar nada nele', async () => {
    if (!NO_MYSQL) return;
    const { nome } = banco.ambiente.banco;
    await administrador.query(`GRANT ALL PRIVILEGES ON ${nome}.* TO ${contas.join()}`);
    await administrador.query(
      `CREATE TABLE ${nome}.migracoes (id INT AUTO_INCREMENT PRIMARY KEY, timestamp BIGINT NOT NULL, name VARCHAR(255) NOT NULL)`,
    );
    await administrador.query(
      `INSERT INTO ${nome}.migracoes (timestamp, name) VALUES (9990000000000, 'ConsultasDoFuturo9990000000000')`,
    );
    esperarExplicacao(
      await entrarCom({}),
      'já foi usado por uma versão mais nova do Plantão',
      'ConsultasDoFuturo9990000000000',
    );
    const [tabelas] = await administrador.query(`SHOW TABLES FROM ${nome}`);
    expect(tabelas).toHaveLength(1);
  });
});
