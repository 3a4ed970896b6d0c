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

  /** A foreign key is never left without an index: each is made anew, with that of the server. */
  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', {
      semReferencias: Object.keys(REFERENCIAS),
      semIndices: ['ix_internacoes_medico_saida', 'ix_internacoes_medico_alta_saida'],
    });
    await alterarTabela(runner, 'internacoes', { referencias: REFERENCIAS });
  }
}

const REFERENCIAS = {
  fk_internacoes_medico: ['medico_id', 'medicos'],
  fk_internacoes_medico_alta: ['medico_alta_id', 'medicos'],
} as const;
