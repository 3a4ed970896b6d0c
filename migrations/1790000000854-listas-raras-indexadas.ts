import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** What is rare among much, listed newest first: emergencies among links, one kind among requests. */
export class ListasRarasIndexadas1790000000854 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'vinculos_de_cuidado', {
      indices: {
        ix_vinculos_de_cuidado_origem: ['origem', 'id'],
        ix_vinculos_de_cuidado_usuario_origem: ['usuario_id', 'origem', 'id'],
      },
    });
    await alterarTabela(runner, 'pedidos_de_privacidade', {
      indices: { ix_pedidos_de_privacidade_tipo: ['tipo', 'id'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'pedidos_de_privacidade', { semIndices: ['ix_pedidos_de_privacidade_tipo'] });
    await alterarTabela(runner, 'vinculos_de_cuidado', {
      semIndices: ['ix_vinculos_de_cuidado_usuario_origem', 'ix_vinculos_de_cuidado_origem'],
    });
  }
}
