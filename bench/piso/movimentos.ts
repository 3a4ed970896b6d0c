import type { PoolConnection } from 'mysql2';
import { executar, type Linha, type Valor } from './conexoes.js';

/** Moves the bed on, by its version, and writes the history of the move. */
export async function moverLeito(
  tx: PoolConnection,
  leito: Linha,
  { para, acao, em, autorId }: { para: string; acao: string; em: string; autorId: number },
): Promise<number> {
  const [id, versao] = [leito.id as number, leito.versao as number];
  const nova = versao + 1;
  const { affectedRows } = await executar(
    tx,
    `UPDATE leitos SET status = ?, desde = ?, vence_em = ?, instalado = ?, instalado_desde = ?,
            reserva_paciente_id = ?, reserva_solicitacao_id = ?, reserva_expira_em = ?, manutencao_motivo = ?,
            manutencao_ate = ?, manutencao_autor_id = ?, atualizado_em = ?, versao = ?
      WHERE id = ? AND versao = ?`,
    [
      ...[para, em, null, leito.instalado as Valor, leito.instalado_desde as Valor],
      ...[null, null, null, null, null, null, em, nova, id, versao],
    ],
  );
  if (affectedRows !== 1) throw new Error('the bed has changed');
  await executar(
    tx,
    `INSERT INTO leitos_historico (leito_id, versao, de, para, acao, em, ate, registrado_em, motivo, autor_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, nova, leito.status as string, para, acao, em, null, em, null, autorId],
  );
  return nova;
}

/** A line of the history of the stay. */
export async function moverEstadia(
  tx: PoolConnection,
  internacaoId: number,
  movimento: {
    ordem: number;
    tipo: string;
    de: string | null;
    para: string;
    deLeito: number | null;
    paraLeito: number | null;
    motivo: string | null;
  },
  em: string,
  autorId: number,
): Promise<void> {
  const { ordem, tipo, de, para, deLeito, paraLeito, motivo } = movimento;
  await executar(
    tx,
    `INSERT INTO internacoes_movimentacoes (internacao_id, ordem, tipo, estado_anterior, estado_novo, de_leito_id,
            para_leito_id, previsto_para, em, registrado_em, motivo, autor_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [internacaoId, ordem, tipo, de, para, deLeito, paraLeito, null, em, em, motivo, autorId],
  );
}
