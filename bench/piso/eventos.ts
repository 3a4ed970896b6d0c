import { v7 as uuidv7 } from 'uuid';
import type { PoolConnection } from 'mysql2';
import { executar, type Valor } from './conexoes.js';

export interface Fato {
  readonly tipo: string;
  readonly agregado: readonly [tipo: string, id: number, versao: number];
  readonly dados: object;
  /** The durable saga that waits for it, if any does. */
  readonly saga?: string;
}

/** Events, the deliveries that they owe and the rows by which these are claimed: as the product, three statements. */
export async function registrar(
  tx: PoolConnection,
  fatos: readonly Fato[],
  em: string,
  autorId: number,
  correlacaoId: string,
): Promise<void> {
  const comId = fatos.map((fato) => ({ ...fato, id: uuidv7() }));
  const entregas = comId.filter(({ saga }) => saga !== undefined);
  await executar(
    tx,
    `INSERT INTO eventos (id, tipo, versao, agregado_tipo, agregado_id, agregado_versao, ocorrido_em, autor_id,
            correlacao_id, dados) VALUES ${vagas(comId.length, 10)}`,
    comId.flatMap(({ id, tipo, agregado, dados }): Valor[] => [
      ...[id, tipo, 1, ...agregado, em, autorId, correlacaoId, JSON.stringify(dados)],
    ]),
  );
  await executar(
    tx,
    `INSERT INTO entregas (evento_id, saga, criada_em, status, tentativas, mortes)
     VALUES ${vagas(entregas.length, 6)}`,
    entregas.flatMap(({ id, saga }): Valor[] => [id, saga!, em, 'PENDENTE', 0, 0]),
  );
  await executar(
    tx,
    `INSERT INTO entregas_prontas (entrega_id, saga, chave, disponivel_em)
     SELECT n.id, n.saga, CONCAT(e.agregado_tipo, ':', e.agregado_id), n.criada_em
       FROM entregas n JOIN eventos e ON e.id = n.evento_id
      WHERE n.evento_id IN (${entregas.map(() => '?').join(', ')})`,
    entregas.map(({ id }) => id),
  );
}

const vagas = (linhas: number, colunas: number): string =>
  Array(linhas)
    .fill(`(${Array(colunas).fill('?').join(', ')})`)
    .join(', ');
