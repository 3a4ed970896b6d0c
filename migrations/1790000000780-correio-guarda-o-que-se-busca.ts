import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { textoLongo } from '../src/banco/tabelas.js';

const LOTE = 100;
/** As many UTF-16 units as fit in a TEXT of MySQL, whatever they are. */
const MAIOR_BUSCA = 20_000;

interface Mensagem {
  readonly id: number;
  readonly para: string;
  readonly assunto: string;
  readonly texto: string;
}

/** What a message of the local mailbox is found by, without accents and capitals. */
export class CorreioGuardaOQueSeBusca1790000000780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable for good: while replicas are replaced, those of the version before still write without it.
    await alterarTabela(runner, 'correio_local', { colunas: [textoLongo('busca', { nulo: true })] });
    for (let ultimo = 0; ;) {
      const mensagens = (await runner.query(
        `SELECT id, para, assunto, texto FROM correio_local WHERE id > ? ORDER BY id LIMIT ${LOTE}`,
        [ultimo],
      )) as Mensagem[];
      if (mensagens.length === 0) return;
      for (const { id, para, assunto, texto } of mensagens) {
        const busca = normalizar(`${para} ${assunto} ${texto}`).slice(0, MAIOR_BUSCA);
        await runner.query('UPDATE correio_local SET busca = ? WHERE id = ?', [busca, id]);
        ultimo = id;
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'correio_local', { semColunas: ['busca'] });
  }
}

/** `normalizarParaBusca` as it was at this migration. */
const normalizar = (texto: string): string =>
  texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim().normalize('NFC');
