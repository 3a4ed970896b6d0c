import { Inject, Injectable } from '@nestjs/common';
import { inteiro, type Linha, ouNulo, texto, travar } from '../../banco/dialeto.js';
import { insercao } from '../../banco/insercao.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { type ChaveDosSelos, elo } from './elo.js';

export const CHAVE_DOS_SELOS = Symbol('CHAVE_DOS_SELOS');

const LOTE = 512;
const INSERIR = insercao('INSERT INTO auditoria_selos (sequencia, registro_id, hash)', 3);

/** The key is not the one that sealed what is sealed: a chain of two keys could not be verified. */
export class ChaveTrocada extends Error {
  constructor() {
    super('the audit trail was sealed with another key');
    this.name = 'ChaveTrocada';
  }
}

export interface LoteSelado {
  readonly selados: number;
  /** The id of the last one of them, or what was asked. */
  readonly ate: number;
  /** There may be more. */
  readonly cheio: boolean;
}

/** Where the chain ends. */
export interface Cabeca {
  readonly sequencia: number;
  readonly hash: string;
}

/** Links rows that are committed to the chain; several processes may do it, one at a time. */
@Injectable()
export class Selagem {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    @Inject(CHAVE_DOS_SELOS) private readonly chave: ChaveDosSelos,
  ) {}

  /**
   * Seals rows without a seal whose id is above `desde` and above the mark, lowest first. When nothing is left above
   * them the mark goes to `marco`: all rows up to there are sealed, and nobody is about to commit another.
   */
  selar(desde: number, marco = 0): Promise<LoteSelado> {
    return this.unidade.executar(async (tx) => {
      const [cadeia] = await tx.consultar(
        `SELECT sequencia, hash, marco, chave FROM auditoria_cadeia WHERE id = 1${travar(tx.motor)}`,
      );
      if (!['', this.chave.nome].includes(texto(cadeia?.chave))) throw new ChaveTrocada();
      const linhas = await tx.consultar(
        `SELECT a.* FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id
          WHERE a.id > ? AND s.sequencia IS NULL ORDER BY a.id LIMIT ${LOTE}`,
        [Math.max(desde, inteiro(cadeia?.marco))],
      );
      const cheio = linhas.length === LOTE;
      const novoMarco = cheio ? 0 : marco;
      if (linhas.length > 0 || novoMarco > inteiro(cadeia?.marco))
        await this.#ligar(tx, cadeia!, linhas, novoMarco);
      return { selados: linhas.length, ate: inteiro(linhas.at(-1)?.id ?? desde), cheio };
    });
  }

  /** The highest id that is committed. */
  async maiorId(): Promise<number> {
    const [linha] = await this.unidade.executar((tx) => tx.consultar('SELECT MAX(id) AS id FROM auditoria'));
    return ouNulo(inteiro)(linha?.id) ?? 0;
  }

  async cabeca(): Promise<Cabeca> {
    const [linha] = await this.unidade.executar((tx) =>
      tx.consultar('SELECT sequencia, hash FROM auditoria_cadeia WHERE id = 1'),
    );
    return { sequencia: inteiro(linha?.sequencia), hash: texto(linha?.hash) };
  }

  async #ligar(tx: Transacao, cadeia: Linha, linhas: readonly Linha[], marco: number): Promise<void> {
    let [sequencia, hash] = [inteiro(cadeia.sequencia), texto(cadeia.hash)];
    const selos = linhas.map((linha) => {
      hash = elo(this.chave, hash, linha);
      return [++sequencia, inteiro(linha.id), hash];
    });
    // In powers of two: a few prepared statements serve every number of them.
    for (let feitos = 0; feitos < selos.length;) {
      const quantos = 2 ** Math.floor(Math.log2(selos.length - feitos));
      await tx.executar(INSERIR(quantos), selos.slice(feitos, feitos + quantos).flat());
      feitos += quantos;
    }
    await tx.executar(
      'UPDATE auditoria_cadeia SET sequencia = ?, hash = ?, marco = ?, chave = ? WHERE id = 1',
      [sequencia, hash, Math.max(marco, inteiro(cadeia.marco)), this.chave.nome],
    );
  }
}
