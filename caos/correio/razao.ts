import { ouNulo, texto } from '../../src/banco/dialeto.js';
import { ADMIN, type Base } from '../../ferramentas/apoio/base.js';
import { ClienteHttp } from '../../ferramentas/apoio/cliente-http.js';
import type { Palco } from '../palco.js';
import type { Aviso } from './conferir-envios.js';

/** The ledger of notices, past the product. */
export async function lerAvisos(base: Base): Promise<Aviso[]> {
  const linhas = await base.consultar(
    "SELECT id, status, tentativas, message_id, erro FROM notificacoes WHERE tipo = 'leito-liberado' ORDER BY id",
  );
  return linhas.map(({ id, status, tentativas, message_id, erro }) => ({
    id: Number(id),
    status: String(status),
    tentativas: Number(tentativas),
    messageId: ouNulo(texto)(message_id),
    erro: ouNulo(texto)(erro),
  }));
}

/** People must hear of each notice given up: exactly one event says so. */
export async function conferirAlertas({ base, achados }: Palco, avisos: readonly Aviso[]): Promise<void> {
  const linhas = await base.consultar(
    "SELECT agregado_id, COUNT(*) AS n FROM eventos WHERE tipo = 'notificacoes.envio-falhou' GROUP BY agregado_id",
  );
  const alertas = new Map(linhas.map(({ agregado_id, n }) => [Number(agregado_id), Number(n)]));
  for (const { id, status } of avisos) {
    const esperados = status === 'FALHA_DEFINITIVA' ? 1 : 0;
    if ((alertas.get(id) ?? 0) !== esperados)
      achados.anotar('ALERTA: aviso abandonado sem exatamente um evento, ou o contrário', `aviso ${id}`);
  }
}

/** What an operator does once the mail works again; answers how many there were. */
export async function reenviarAbandonados({ replicas }: Palco, avisos: readonly Aviso[]): Promise<number> {
  const abandonados = avisos.filter(({ status }) => status === 'FALHA_DEFINITIVA');
  const cliente = new ClienteHttp(replicas[0]!.url, 8);
  await cliente.entrar(ADMIN);
  for (const { id } of abandonados)
    await cliente.obter({ metodo: 'POST', caminho: `/v1/notificacoes/${id}/reenviar`, corpo: {} });
  cliente.encerrar();
  return abandonados.length;
}
