import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** A team finds who lies in its setor by these alone, however many lie in the others. */
export class InternacoesIndexaAbertasPorSetor1790000000853 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', {
      indices: { ix_internacoes_setor_status: ['setor_id', 'status', 'paciente_aberto_id'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', { semIndices: ['ix_internacoes_setor_status'] });
  }
}
