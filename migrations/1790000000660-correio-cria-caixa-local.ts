import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, instante, texto, textoLongo } from '../src/banco/tabelas.js';

/** The local mailbox: messages of an installation without a mail server. */
export class CorreioCriaCaixaLocal1790000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'correio_local', {
      colunas: [
        id(),
        texto('message_id', 255),
        texto('para', 254),
        texto('assunto', 200),
        textoLongo('html'),
        textoLongo('texto'),
        instante('recebida_em'),
      ],
      unicos: { uq_correio_local_message_id: ['message_id'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'correio_local');
  }
}
