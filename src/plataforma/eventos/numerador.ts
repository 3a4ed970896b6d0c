import { Injectable } from '@nestjs/common';
import { inteiro, texto, travar } from '../../banco/dialeto.js';
import { completar, lista } from '../../banco/lista.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';

const LOTE = 500;

/**
 * Numbers committed events in the order in which they became visible. Ids follow the order of insertion,
 * not of commit, so a reader that resumes from the last id it saw would miss events; by `sequencia` it cannot.
 */
@Injectable()
export class Numerador {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  /** Numbers what waits; answers whether there may be more. Looks at the primary: a replica may be behind, or mute. */
  async numerar(): Promise<boolean> {
    return this.unidade.executar(async (tx) => {
      const [algum] = await tx.consultar('SELECT id FROM eventos WHERE sequencia IS NULL LIMIT 1');
      if (!algum) return false;
      const [contador] = await tx.consultar(
        `SELECT ultima FROM sequencia_de_eventos WHERE id = 1${travar(tx.motor)}`,
      );
      const eventos = emOrdem(
        (
          await tx.consultar(
            `SELECT id, agregado_tipo, agregado_id, agregado_versao FROM eventos
              WHERE sequencia IS NULL ORDER BY id LIMIT ${LOTE}`,
          )
        ).map((e) => ({
          id: texto(e.id),
          agregado: `${texto(e.agregado_tipo)}:${inteiro(e.agregado_id)}`,
          versao: inteiro(e.agregado_versao),
        })),
      );
      if (eventos.length === 0) return false;
      const ultima = inteiro(contador?.ultima);
      const { lugares, valores } = lista(eventos.map(({ id }) => id));
      const numerados = completar(eventos.map(({ id }, posicao) => [id, ultima + posicao + 1]));
      await tx.executar(
        `UPDATE eventos SET sequencia = CASE id ${numerados.map(() => 'WHEN ? THEN ?').join(' ')} END
          WHERE id IN (${lugares})`,
        [...numerados.flat(), ...valores],
      );
      await tx.executar('UPDATE sequencia_de_eventos SET ultima = ? WHERE id = 1', [ultima + eventos.length]);
      return eventos.length === LOTE;
    });
  }
}

interface EventoSemNumero {
  readonly id: string;
  readonly agregado: string;
  readonly versao: number;
}

/**
 * Ids follow each process's clock; within one aggregate the version is the truth. Each aggregate keeps the
 * places its events have, and fills them by version.
 */
export function emOrdem(eventos: readonly EventoSemNumero[]): EventoSemNumero[] {
  const porAgregado = new Map<string, EventoSemNumero[]>();
  for (const evento of eventos)
    porAgregado.set(evento.agregado, [...(porAgregado.get(evento.agregado) ?? []), evento]);
  for (const fila of porAgregado.values()) fila.sort((a, b) => a.versao - b.versao || (a.id < b.id ? -1 : 1));
  return eventos.map(({ agregado }) => porAgregado.get(agregado)!.shift()!);
}
