import type { Transacao } from '../../../banco/transacao.js';
import { conflito, type ErroDeDominio, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { TipoDeBloqueio } from '../dominio/bloqueio-do-leito.entity.js';
import { exigirFimDepois, type Fato } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import { procurarChoques } from './choques.js';
import { guardarLeito } from './leitos-no-banco.js';
import { inserirBloqueio } from './movimentos-no-banco.js';

export interface PedidoDeBloqueio {
  readonly tipo: TipoDeBloqueio;
  readonly motivo: string;
  /** When it ended or is expected to end. */
  readonly ate: Date | null;
}

/**
 * Blocks a held bed, or puts it in maintenance, from `fato.em` on. A period that is already over is only
 * recorded: the present state stays. Refuses (409 `LEITO.PERIODO_SOBREPOSTO`) what overlaps an occupancy or
 * another block.
 */
export async function bloquearLeito(
  tx: Transacao,
  leito: Leito,
  pedido: PedidoDeBloqueio,
  fato: Fato,
): Promise<void> {
  const { tipo, motivo, ate } = pedido;
  if (ate !== null && ate <= fato.agora) {
    await registrarPassado(tx, leito, { ...pedido, ate }, fato);
    return;
  }
  const planejada = tipo === 'MANUTENCAO' && leito.status === 'OCUPADO';
  if (tipo === 'MANUTENCAO') leito.manutencao(motivo, ate, fato);
  else leito.bloquear(motivo, ate, fato);
  if (!planejada) await exigirPeriodoLivre(tx, leito, fato.em, null);
  await guardarLeito(tx, leito);
}

async function registrarPassado(
  tx: Transacao,
  leito: Leito,
  { tipo, motivo, ate }: PedidoDeBloqueio & { readonly ate: Date },
  { em, agora, autorId }: Fato,
): Promise<void> {
  exigirFimDepois(em, ate);
  if (leito.soPlanejado)
    throw regraViolada('LEITO.AINDA_NAO_INSTALADO', `O leito ${leito.numero} ainda não foi instalado.`, 'em');
  leito.exigirInstalado(em, 'em');
  if (leito.status === 'DESATIVADO' && (leito.desde === null || ate > leito.desde))
    throw periodoSobreposto(leito.numero, 'desativado');
  await exigirPeriodoLivre(tx, leito, em, ate);
  await inserirBloqueio(tx, leito.id, {
    tipo,
    motivo,
    inicio: em,
    fim: ate,
    fimPrevisto: null,
    registradoEm: agora,
    autorId,
  });
}

/** Refuses (409 `LEITO.PERIODO_SOBREPOSTO`) a period of a held bed in which it was occupied or blocked; null `fim`: for ever. */
export async function exigirPeriodoLivre(
  tx: Transacao,
  leito: Leito,
  inicio: Date,
  fim: Date | null,
): Promise<void> {
  const { ocupacao, bloqueio } = await procurarChoques(tx, leito, inicio, fim);
  if (!ocupacao && !bloqueio) return;
  throw periodoSobreposto(
    leito.numero,
    ocupacao ? 'ocupado por uma internação' : 'bloqueado ou em manutenção',
  );
}

const periodoSobreposto = (numero: string, oQue: string): ErroDeDominio =>
  conflito('LEITO.PERIODO_SOBREPOSTO', `O leito ${numero} já esteve ${oQue} em parte desse período.`, 'em');
