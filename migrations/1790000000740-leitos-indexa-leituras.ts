import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';

/** Lists of beds by number, and the state of a bed at a past instant. */
export class LeitosIndexaLeituras1790000000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'leitos', { indices: { ix_leitos_numero: ['numero_busca', 'id'] } });
    await alterarTabela(runner, 'leitos_historico', {
      indices: { ix_leitos_historico_em: ['leito_id', 'versao', 'em', 'de', 'para'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'leitos_historico', { semIndices: ['ix_leitos_historico_em'] });
    await alterarTabela(runner, 'leitos', { semIndices: ['ix_leitos_numero'] });
  }
}
