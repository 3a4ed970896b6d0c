import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, milissegundos } from '../src/banco/tabelas.js';

/** What tells a demonstration from a hospital, and its logins from anybody's. */
export class DemonstracaoCriaMarca1790000000770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'demonstracao', {
      colunas: [
        { name: 'id', type: 'integer', isPrimary: true },
        instante('criada_em'),
        milissegundos('adiantado_ms'),
      ],
      verificacoes: { ck_demonstracao_unica: 'id = 1', ck_demonstracao_adiantado: 'adiantado_ms >= 0' },
    });
    await criarTabela(runner, 'demonstracao_acessos', {
      colunas: [id(), inteiro('usuario_id')],
      unicos: { uq_demonstracao_acessos_usuario: ['usuario_id'] },
      referencias: { fk_demonstracao_acessos_usuario: ['usuario_id', 'usuarios'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'demonstracao_acessos');
    await apagarTabela(runner, 'demonstracao');
  }
}
