import type { Transacao } from '../../../banco/transacao.js';
import { conflito, type ErroDeDominio, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { TipoDeBloqueio } from '../dominio/bloqueio-do-leito.entity.js';
import { aindaVaiSer, exigirFimDepois, type Fato } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import { type Choques, procurarChoques } from './choques.js';
import { inserirBloqueio } from './movimentos-no-banco.js';
import { planejar } from './planos-no-banco.js';

export interface PedidoDeBloqueio {
  readonly tipo: TipoDeBloqueio;
  readonly motivo: string;
  /** When it ended or is expected to end. */
  readonly ate?: Date | null;
}

/**
 * Blocks a held bed, or puts it in maintenance, from `fato.em` on, and leaves it for `guardarLeito`. A period that
 * is still to come is only planned, and one that is already over is only recorded: the present state stays.
 * Refuses (409 `LEITO.PERIODO_SOBREPOSTO`) what overlaps an occupancy or another block.
 */
export async function bloquearLeito(
  tx: Transacao,
  leito: Leito,
  { tipo, motivo, ate = null }: PedidoDeBloqueio,
  fato: Fato,
): Promise<void> {
  const manutencao = tipo === 'MANUTENCAO';
  if (aindaVaiSer(fato)) {
    exigirFimDepois(fato.em, ate);
    const [acao, ninguem] = [
      manutencao ? 'manutencao' : 'bloquear',
      { pacienteId: null, solicitacaoId: null },
    ] as const;
    const { em: inicio, agora: registradoEm, autorId } = fato;
    await planejar(tx, leito, { acao, inicio, ate, motivo, ...ninguem, registradoEm, autorId });
    return;
  }
  if (ate !== null && ate <= fato.agora) {
    await registrarPassado(tx, leito, { tipo, motivo, ate }, fato);
    return;
  }
  const ocupado = leito.status === 'OCUPADO';
  if (manutencao) leito.manutencao(motivo, ate, fato);
  else leito.bloquear(motivo, ate, fato);
  if (!ocupado) await exigirPeriodoLivre(tx, leito, fato.em, null);
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
  const choques = await procurarChoques(tx, leito, em, ate);
  recusarUso(leito, choques);
  if (choques.desativado) throw periodoSobreposto(leito.numero, 'desativado');
  await inserirBloqueio(tx, leito.id, {
    tipo,
    motivo,
    inicio: em,
    fim: ate,
    fimPrevisto: null,
    registradoEm: agora,
    autorId,
  });
  leito.registrarBloqueioPassado({ inicio: em, fim: ate }, { agora, motivo, autorId });
}

/** Refuses (409 `LEITO.PERIODO_SOBREPOSTO`) a period of a held bed in which it was occupied or blocked; null `fim`: for ever. */
export async function exigirPeriodoLivre(
  tx: Transacao,
  leito: Leito,
  inicio: Date,
  fim: Date | null,
): Promise<void> {
  recusarUso(leito, await procurarChoques(tx, leito, inicio, fim));
}

function recusarUso(leito: Leito, { ocupacao, bloqueio }: Choques): void {
  if (ocupacao) throw periodoSobreposto(leito.numero, 'ocupado por uma internação');
  if (bloqueio) throw periodoSobreposto(leito.numero, 'bloqueado ou em manutenção');
}

const periodoSobreposto = (numero: string, oQue: string): ErroDeDominio =>
  conflito('LEITO.PERIODO_SOBREPOSTO', `O leito ${numero} já esteve ${oQue} em parte desse período.`, 'em');
