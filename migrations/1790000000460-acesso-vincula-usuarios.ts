import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { inteiro } from '../src/banco/tabelas.js';

/** Which patient or professional a user is. */
export class AcessoVinculaUsuarios1790000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', {
      colunas: [inteiro('paciente_id', { nulo: true }), inteiro('medico_id', { nulo: true })],
      indices: { ix_usuarios_paciente: ['paciente_id'], ix_usuarios_medico: ['medico_id'] },
      referencias: {
        fk_usuarios_paciente: ['paciente_id', 'pacientes'],
        fk_usuarios_medico: ['medico_id', 'medicos'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', {
      semReferencias: ['fk_usuarios_paciente', 'fk_usuarios_medico'],
      semIndices: ['ix_usuarios_paciente', 'ix_usuarios_medico'],
      semColunas: ['paciente_id', 'medico_id'],
    });
  }
}
