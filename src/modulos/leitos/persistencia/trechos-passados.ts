import type { Transacao } from '../../../banco/transacao.js';
import type { PedidoDeHistorico, TrechoPassado } from '../contrato/ocupacao-de-leitos.js';
import { exigirPassado } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import { leitoDesconhecido, leitoIndisponivel, periodoSobreposto } from '../dominio/recusas-de-ocupacao.js';
import { procurarChoques } from './choques.js';
import { guardarLeito } from './leitos-no-banco.js';
import { inserirOcupacaoEncerrada } from './ocupacoes-no-banco.js';

/** Enters the stretches of a stay that is over in the past of its held beds, one by one: each is judged by those before it too. */
export async function registrarTrechos(
  tx: Transacao,
  leitos: ReadonlyMap<number, Leito>,
  { internacaoId, trechos, agora, autorId = null }: PedidoDeHistorico,
): Promise<{ readonly setorId: number }> {
  let setorId = 0;
  for (const trecho of trechos) {
    const leito = leitos.get(trecho.leitoId);
    if (!leito) throw leitoDesconhecido(trecho.leitoId);
    exigirPassado({ em: trecho.fim, agora });
    await exigirQueCoubesse(tx, leito, trecho);
    await inserirOcupacaoEncerrada(tx, leito, internacaoId, trecho);
    leito.registrarEstadiaPassada(trecho, { agora, motivo: null, autorId });
    setorId = leito.setorId;
  }
  for (const leito of leitos.values()) await guardarLeito(tx, leito);
  return { setorId };
}

async function exigirQueCoubesse(tx: Transacao, leito: Leito, { inicio, fim }: TrechoPassado): Promise<void> {
  leito.exigirDeInternacao();
  leito.exigirInstalado(inicio);
  const choques = await procurarChoques(tx, leito, inicio, fim);
  if (choques.ocupacao) throw periodoSobreposto(leito.numero, 'em parte do período informado');
  if (choques.bloqueio)
    throw leitoIndisponivel(leito.numero, 'esteve bloqueado ou em manutenção em parte do período informado');
  if (choques.desativado)
    throw leitoIndisponivel(leito.numero, 'esteve desativado em parte do período informado');
}
