import type { PoolConnection } from 'mysql2';
import { executar } from './conexoes.js';

/** Who asked, and in which request. */
export interface Pedido {
  readonly autorId: number;
  readonly correlacaoId: string;
  readonly origem: string;
}

export interface Feito {
  readonly acao: string;
  readonly operacao: string;
  readonly internacaoId: number;
  readonly pacienteId: number;
  readonly campos: string;
}

/** The row of the audit trail: before the events, as the product's. */
export async function anotar(
  tx: PoolConnection,
  { acao, operacao, internacaoId, pacienteId, campos }: Feito,
  em: string,
  { autorId, correlacaoId, origem }: Pedido,
): Promise<void> {
  await executar(
    tx,
    `INSERT INTO auditoria (em, usuario_id, sessao_id, origem, acao, operacao, registro_tipo, registro_id, paciente_id,
            campos, correlacao_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[em, autorId, null, origem, acao, operacao, 'internacao', internacaoId, pacienteId, campos],
      correlacaoId,
    ],
  );
}
