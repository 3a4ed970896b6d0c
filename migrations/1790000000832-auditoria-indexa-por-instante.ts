import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** What is asked of the trail is asked in the order of time, with a beginning and an end. */
export class AuditoriaIndexaPorInstante1790000000832 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'auditoria', {
      semIndices: [
        'ix_auditoria_usuario',
        'ix_auditoria_registro',
        'ix_auditoria_paciente',
        'ix_auditoria_acao',
      ],
      indices: {
        ix_auditoria_usuario_em: ['usuario_id', 'em', 'id'],
        ix_auditoria_registro_em: ['registro_tipo', 'registro_id', 'em', 'id'],
        ix_auditoria_paciente_em: ['paciente_id', 'em', 'id'],
        ix_auditoria_acao_em: ['acao', 'em', 'id'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'auditoria', {
      semIndices: [
        'ix_auditoria_usuario_em',
        'ix_auditoria_registro_em',
        'ix_auditoria_paciente_em',
        'ix_auditoria_acao_em',
      ],
      indices: {
        ix_auditoria_usuario: ['usuario_id', 'id'],
        ix_auditoria_registro: ['registro_tipo', 'registro_id', 'id'],
        ix_auditoria_paciente: ['paciente_id', 'id'],
        ix_auditoria_acao: ['acao', 'id'],
      },
    });
  }
}
