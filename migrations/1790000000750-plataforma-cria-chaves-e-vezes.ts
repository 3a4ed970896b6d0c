import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, texto, textoLongo } from '../src/banco/tabelas.js';

/** First answers by `Idempotency-Key`, and the turns of scheduled tasks that were done. */
export class PlataformaCriaChavesEVezes1790000000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'chaves_de_idempotencia', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        texto('rota', 200),
        texto('chave', 255),
        texto('impressao', 64),
        inteiro('status', { nulo: true }),
        texto('local', 300, { nulo: true }),
        texto('etag', 40, { nulo: true }),
        textoLongo('resposta', { nulo: true }),
        instante('criada_em'),
      ],
      unicos: { uq_chaves_de_idempotencia: ['usuario_id', 'rota', 'chave'] },
      indices: { ix_chaves_de_idempotencia_criada: ['criada_em'] },
      verificacoes: { ck_chaves_de_idempotencia_status: 'status IS NULL OR status BETWEEN 200 AND 499' },
    });
    await criarTabela(runner, 'tarefas_vezes', {
      colunas: [id(), texto('tarefa', 80), instante('vez'), instante('feita_em')],
      unicos: { uq_tarefas_vezes: ['tarefa', 'vez'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'tarefas_vezes');
    await apagarTabela(runner, 'chaves_de_idempotencia');
  }
}
