import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** Who is, or was lately, in the care of a doctor is found without looking at all stays. */
export class InternacoesIndexaMedicos1790000000822 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', {
      indices: {
        ix_internacoes_medico_saida: ['medico_id', 'saida'],
        ix_internacoes_medico_alta_saida: ['medico_alta_id', 'saida'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', {
      semIndices: ['ix_internacoes_medico_saida', 'ix_internacoes_medico_alta_saida'],
    });
  }
}
