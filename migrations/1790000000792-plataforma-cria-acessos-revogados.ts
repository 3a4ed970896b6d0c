import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante } from '../src/banco/tabelas.js';

/** What every replica reads to know which tokens are void before their time. */
export class PlataformaCriaAcessosRevogados1790000000792 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No reference to the user: its lock would meet that of who changes the account, in the other order.
    await criarTabela(runner, 'acessos_revogados', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        inteiro('sessao_id', { nulo: true }),
        inteiro('versao', { nulo: true }),
        instante('em'),
      ],
      indices: { ix_acessos_revogados_em: ['em'] },
      verificacoes: {
        ck_acessos_revogados_alvo:
          '(sessao_id IS NULL AND versao IS NOT NULL) OR (sessao_id IS NOT NULL AND versao IS NULL)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'acessos_revogados');
  }
}
