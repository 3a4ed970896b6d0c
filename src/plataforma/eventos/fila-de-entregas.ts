import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inteiro, instante, ouNulo, texto, type Linha } from '../../banco/dialeto.js';
import { lista } from '../../banco/lista.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { type Posse, TabelaDeProntas } from '../filas/tabela-de-prontas.js';
import { Relogio } from '../tempo/relogio.js';
import type { EventoGravado } from './evento.js';
import { RegistroDeSagas } from './registro-de-sagas.js';

/** A delivery in this worker's hands until `dono_ate`. */
export interface EntregaPosseada extends Posse {
  readonly saga: string;
  readonly tentativas: number;
  readonly mortes: number;
  readonly evento: EventoGravado;
}

/** Longer than any reaction may take (the unit of work gives up at 10 s); a worker that dies frees its deliveries after it. */
export const POSSE_MS = 15_000;

/** The ready table of deliveries; the executor ends what was claimed from it. */
export const ENTREGAS_PRONTAS = new TabelaDeProntas('entregas_prontas', 'entrega_id');

/** No other of the same saga and aggregate waits before it. */
const A_MAIS_ANTIGA = `NOT EXISTS (SELECT 1 FROM entregas_prontas a
                             WHERE a.saga = p.saga AND a.chave = p.chave AND a.entrega_id < p.entrega_id)`;

/** Claims ready deliveries: several workers may, none takes another's. */
@Injectable()
export class FilaDeEntregas {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly sagas: RegistroDeSagas,
  ) {}

  /**
   * Takes up to `quantidade` deliveries that are due, only the oldest of each (saga, aggregate), so that
   * each reaction sees the events of one aggregate in order. Sagas that this version does not know are left
   * to the processes that do.
   */
  async tomar(quantidade: number): Promise<EntregaPosseada[]> {
    if (this.sagas.nomes.length === 0) return [];
    const dono = randomUUID();
    const linhas = await this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const ids = await ENTREGAS_PRONTAS.tomar(tx, {
        dono,
        agora,
        posseMs: POSSE_MS,
        quantidade,
        condicao: `${A_MAIS_ANTIGA} AND p.saga IN (${this.sagas.nomes.map((nome) => `'${nome}'`).join(', ')})`,
      });
      if (ids.length === 0) return [];
      const { lugares, valores } = lista(ids);
      return tx.consultar(
        `SELECT n.id AS entrega_id, n.saga, n.tentativas, n.mortes, e.*
           FROM entregas n JOIN eventos e ON e.id = n.evento_id
          WHERE n.id IN (${lugares}) ORDER BY n.id`,
        valores,
      );
    });
    return linhas.map((linha) => ({
      id: inteiro(linha.entrega_id),
      saga: texto(linha.saga),
      tentativas: inteiro(linha.tentativas),
      mortes: inteiro(linha.mortes),
      dono,
      evento: eventoDaLinha(linha),
    }));
  }

  /** On a database of one process, what a dead predecessor held is free at once. */
  async retomar(): Promise<void> {
    await this.unidade.executar((tx) => ENTREGAS_PRONTAS.retomar(tx));
  }

  /** Gives back what was taken and not done, at a graceful stop. */
  async devolver(entregas: readonly EntregaPosseada[]): Promise<void> {
    for (const entrega of entregas)
      await this.unidade.executar((tx) => ENTREGAS_PRONTAS.devolver(tx, entrega));
  }
}

export function eventoDaLinha(linha: Linha): EventoGravado {
  return {
    id: texto(linha.id),
    tipo: texto(linha.tipo),
    versao: inteiro(linha.versao),
    agregado: {
      tipo: texto(linha.agregado_tipo),
      id: inteiro(linha.agregado_id),
      versao: inteiro(linha.agregado_versao),
    },
    ocorridoEm: instante(linha.ocorrido_em),
    autorId: ouNulo(inteiro)(linha.autor_id),
    correlacaoId: texto(linha.correlacao_id),
    dados: JSON.parse(texto(linha.dados)) as EventoGravado['dados'],
  };
}
