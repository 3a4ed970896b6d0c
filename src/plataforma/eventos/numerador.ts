import { Injectable } from '@nestjs/common';
import { inteiro, texto, travar } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';

const LOTE = 500;

/**
 * Numbers committed events in the order in which they became visible. Ids follow the order of insertion,
 * not of commit, so a reader that resumes from the last id it saw would miss events; by `sequencia` it cannot.
 */
@Injectable()
export class Numerador {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
  ) {}

  /** Numbers what waits; returns how many. */
  async numerar(): Promise<number> {
    if (!(await this.leitura.obter('SELECT id FROM eventos WHERE sequencia IS NULL LIMIT 1'))) return 0;
    return this.unidade.executar(async (tx) => {
      const [contador] = await tx.consultar(
        `SELECT ultima FROM sequencia_de_eventos WHERE id = 1${travar(tx.motor)}`,
      );
      const eventos = await tx.consultar(
        `SELECT id FROM eventos WHERE sequencia IS NULL ORDER BY id LIMIT ${LOTE}`,
      );
      if (eventos.length === 0) return 0;
      const ultima = inteiro(contador?.ultima);
      const ids = eventos.map((e) => texto(e.id));
      await tx.executar(
        `UPDATE eventos SET sequencia = CASE id ${ids.map(() => 'WHEN ? THEN ?').join(' ')} END
          WHERE id IN (${ids.map(() => '?').join(', ')})`,
        [...ids.flatMap((id, posicao) => [id, ultima + posicao + 1]), ...ids],
      );
      await tx.executar('UPDATE sequencia_de_eventos SET ultima = ? WHERE id = 1', [ultima + ids.length]);
      return ids.length;
    });
  }
}
