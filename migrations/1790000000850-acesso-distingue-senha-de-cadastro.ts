import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { logico } from '../src/banco/tabelas.js';

/** Whether the password in use was chosen in a sign-up, maybe by a stranger. */
export class AcessoDistingueSenhaDeCadastro1790000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', { colunas: [logico('senha_de_cadastro', { nulo: true })] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', { semColunas: ['senha_de_cadastro'] });
  }
}
