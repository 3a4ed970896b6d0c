import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** A patient's record is of one account. Where it was of several, the oldest in use keeps it: less is seen, never more. */
export class AcessoUmUsuarioPorPaciente1790000000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const linhas = (await runner.query(
      `SELECT id, paciente_id FROM usuarios WHERE paciente_id IS NOT NULL ORDER BY paciente_id, ativo DESC, id`,
    )) as { id: number; paciente_id: number }[];
    const donos = new Set<number>();
    for (const { id, paciente_id: pacienteId } of linhas) {
      if (donos.has(pacienteId))
        await runner.query('UPDATE usuarios SET paciente_id = NULL, versao = versao + 1 WHERE id = ?', [id]);
      donos.add(pacienteId);
    }
    // The new one first: MySQL lets no index go that a foreign key leans on.
    await alterarTabela(runner, 'usuarios', { unicos: { uq_usuarios_paciente: ['paciente_id'] } });
    await alterarTabela(runner, 'usuarios', { semIndices: ['ix_usuarios_paciente'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', { indices: { ix_usuarios_paciente: ['paciente_id'] } });
    await alterarTabela(runner, 'usuarios', { semIndices: ['uq_usuarios_paciente'] });
  }
}
