import type { Parametro } from '../../src/banco/dialeto.js';
import type { Transacao } from '../../src/banco/transacao.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

export const INSERIR =
  'INSERT INTO auditoria (id, em, usuario_id, sessao_id, origem, acao, operacao, registro_tipo, registro_id, paciente_id, campos, correlacao_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

const EM = new Date('2026-06-01T12:00:00.123Z').getTime();

/** A row as the product writes them, with some of its columns empty. */
export const linha = (id: number): Parametro[] => [
  ...[id, new Date(EM + id * 1_000), (id % 5) + 1, id % 3 === 0 ? null : id, '127.0.0.1'],
  ...['internacoes.alta', 'POST /v1/internacoes/:id/alta', 'internacao', id * 7, id % 2 === 0 ? null : id],
  ...['cidSaida,motivoSaida', `pedido-${id}`],
];

/** Empties the trail and writes this many rows, of ids with gaps between them, not yet sealed. */
export function refazerTrilha(app: AplicacaoDeTeste, quantas: number): Promise<void> {
  return app.unidade.executar(async (tx) => {
    await esvaziar(tx);
    for (let n = 1; n <= quantas; n++) await tx.executar(INSERIR, linha(n * 2));
  });
}

async function esvaziar(tx: Transacao): Promise<void> {
  await tx.executar('DELETE FROM auditoria_selos');
  await tx.executar('DELETE FROM auditoria');
  await tx.executar("UPDATE auditoria_cadeia SET sequencia = 0, hash = ?, marco = 0, chave = ''", [
    '0'.repeat(64),
  ]);
}
