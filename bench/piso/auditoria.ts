import type { Pool, PoolConnection } from 'mysql2';
import { insercao } from '../../src/banco/insercao.js';
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

const INSERIR = insercao(
  'INSERT INTO auditoria (em, usuario_id, sessao_id, origem, acao, operacao, registro_tipo, registro_id, paciente_id, campos, correlacao_id)',
  11,
);

/** Rows of the audit trail: that of a change before the events, those of a read before the answer, as the product's. */
export async function anotar(
  em: Pool | PoolConnection,
  feitos: readonly Feito[],
  agora: string,
  { autorId, correlacaoId, origem }: Pedido,
): Promise<void> {
  await executar(
    em,
    INSERIR(feitos.length),
    feitos.flatMap(({ acao, operacao, internacaoId, pacienteId, campos }) => [
      ...[agora, autorId, null, origem, acao, operacao, 'internacao', internacaoId, pacienteId, campos],
      correlacaoId,
    ]),
  );
}
