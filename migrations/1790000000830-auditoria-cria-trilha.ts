import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, idLongo, inteiro, instante, texto } from '../src/banco/tabelas.js';

/** The trail of who did or saw what. */
export class AuditoriaCriaTrilha1790000000830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'auditoria', {
      colunas: [
        idLongo(),
        instante('em'),
        inteiro('usuario_id', { nulo: true }),
        inteiro('sessao_id', { nulo: true }),
        texto('origem', 45, { nulo: true }),
        texto('acao', 80),
        texto('operacao', 160, { nulo: true }),
        texto('registro_tipo', 40, { nulo: true }),
        inteiro('registro_id', { nulo: true }),
        inteiro('paciente_id', { nulo: true }),
        texto('campos', 500),
        texto('correlacao_id', 64),
      ],
      indices: {
        ix_auditoria_usuario: ['usuario_id', 'id'],
        ix_auditoria_registro: ['registro_tipo', 'registro_id', 'id'],
        ix_auditoria_paciente: ['paciente_id', 'id'],
        ix_auditoria_acao: ['acao', 'id'],
        ix_auditoria_em: ['em', 'id'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'auditoria');
  }
}
