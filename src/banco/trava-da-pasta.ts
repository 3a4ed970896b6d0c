import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import Database from 'better-sqlite3';

/** Another process already uses the embedded database of this folder; the message is for the person who started it. */
export class PastaEmUso extends Error {
  constructor(pasta: string) {
    super(
      `Já há um Plantão usando a pasta ${pasta}. O banco embutido aceita um processo só: ` +
        'encerre o outro, ou indique outra pasta em DADOS_DIR.',
    );
    this.name = 'PastaEmUso';
  }
}

/**
 * Holds the folder of the embedded database for this process. The lock is the operating system's, on a
 * small file of its own, so that it ends with the process however it dies.
 */
@Injectable()
export class TravaDaPasta {
  #arquivo: Database.Database | null = null;

  /** Throws `PastaEmUso` when another process has it. */
  tomar(pasta: string): void {
    mkdirSync(pasta, { recursive: true, mode: 0o700 });
    const arquivo = join(pasta, 'em-uso.trava');
    const trava = new Database(arquivo, { timeout: 0 });
    try {
      chmodSync(arquivo, 0o600);
      trava.pragma('locking_mode = EXCLUSIVE');
      trava.exec('BEGIN EXCLUSIVE');
    } catch (erro) {
      trava.close();
      if ((erro as { code?: unknown }).code === 'SQLITE_BUSY') throw new PastaEmUso(pasta);
      throw erro;
    }
    this.#arquivo = trava;
  }

  soltar(): void {
    this.#arquivo?.close();
    this.#arquivo = null;
  }
}
