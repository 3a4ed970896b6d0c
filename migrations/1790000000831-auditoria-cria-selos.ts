import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, inteiroLongo, texto } from '../src/banco/tabelas.js';

/** The chain that seals the trail, and where it ends. */
export class AuditoriaCriaSelos1790000000831 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'auditoria_selos', {
      colunas: [
        { name: 'sequencia', type: 'bigint', isPrimary: true },
        inteiroLongo('registro_id'),
        texto('hash', 64),
      ],
      unicos: { uq_auditoria_selos_registro: ['registro_id'] },
      verificacoes: { ck_auditoria_selos_sequencia: 'sequencia >= 1' },
    });
    await criarTabela(runner, 'auditoria_cadeia', {
      semeada: true,
      colunas: [
        { name: 'id', type: 'integer', isPrimary: true },
        inteiroLongo('sequencia'),
        texto('hash', 64),
        inteiroLongo('marco'),
        texto('chave', 16),
      ],
      verificacoes: { ck_auditoria_cadeia_unica: 'id = 1' },
    });
    await runner.query(
      'INSERT INTO auditoria_cadeia (id, sequencia, hash, marco, chave) VALUES (1, 0, ?, 0, ?)',
      ['0'.repeat(64), ''],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'auditoria_cadeia');
    await apagarTabela(runner, 'auditoria_selos');
  }
}
