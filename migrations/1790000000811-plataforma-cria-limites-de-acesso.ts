import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, instante, inteiro, texto } from '../src/banco/tabelas.js';

/** How often each thing was tried, counted once for all replicas. */
export class PlataformaCriaLimitesDeAcesso1790000000811 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'limites_de_acesso', {
      colunas: [id(), texto('chave', 80), inteiro('contador'), instante('janela_ate'), instante('expira_em')],
      unicos: { uq_limites_de_acesso_chave: ['chave'] },
      indices: { ix_limites_de_acesso_expira: ['expira_em'] },
      verificacoes: {
        ck_limites_de_acesso_contador: 'contador >= 0',
        ck_limites_de_acesso_expira: 'expira_em >= janela_ate',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'limites_de_acesso');
  }
}
