import type { Transacao } from '../../../banco/transacao.js';
import type { NovoOcupante, OcupanteQueVolta } from '../dominio/movimento.js';
import type { Fato } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import {
  antesDoUltimoMovimento,
  leitoIndisponivel,
  periodoSobreposto,
} from '../dominio/recusas-de-ocupacao.js';
import { procurarChoques, usosDepoisDe } from './choques.js';
import { guardarLeito } from './leitos-no-banco.js';
import { abrirOcupacao, fecharOcupacao, type OcupacaoAberta, reabrirOcupacao } from './ocupacoes-no-banco.js';

/** Puts a stay in a held bed from `fato.em` on. Refuses in the order that says most: the present state first, then what was recorded after `em`. */
export async function entrar(tx: Transacao, leito: Leito, ocupante: NovoOcupante, fato: Fato): Promise<void> {
  leito.ocupar(ocupante, fato);
  const choques = await procurarChoques(tx, leito, fato.em, null);
  if (choques.ocupacao) throw periodoSobreposto(leito.numero, 'depois do instante informado');
  if (choques.bloqueio)
    throw leitoIndisponivel(leito.numero, 'esteve bloqueado ou em manutenção depois do instante informado');
  if (choques.desativado) throw leitoIndisponivel(leito.numero, 'estava desativado no instante informado');
  await guardarLeito(tx, leito);
  await abrirOcupacao(tx, leito, ocupante.internacaoId, fato.em);
}

/** Takes a stay out of a held bed, which is left for `LeitosEmDia.guardar`. */
export async function sair(
  tx: Transacao,
  leito: Leito,
  ocupacao: OcupacaoAberta,
  exigeLimpeza: boolean,
  fato: Fato,
): Promise<void> {
  if (fato.em < ocupacao.inicio) throw antesDoUltimoMovimento(ocupacao.inicio);
  leito.desocupar(ocupacao.internacaoId, exigeLimpeza, fato);
  await fecharOcupacao(tx, ocupacao, fato.em);
}

/** Puts a stay back in the held bed that it left at `saida`, where nothing has happened since. */
export async function voltar(
  tx: Transacao,
  leito: Leito,
  ocupante: OcupanteQueVolta & { readonly ocupacaoId: number; readonly saida: Date },
  fato: Fato,
): Promise<void> {
  leito.retomar(ocupante, fato);
  const usos = await usosDepoisDe(tx, leito.id, ocupante.desde, ocupante.ocupacaoId);
  if (usos.ocupacao) throw leitoIndisponivel(leito.numero, 'foi ocupado por outra internação desde a saída');
  if (usos.bloqueio) throw leitoIndisponivel(leito.numero, 'esteve bloqueado ou em manutenção desde a saída');
  const { desativado } = await procurarChoques(tx, leito, ocupante.saida, null);
  if (desativado) throw leitoIndisponivel(leito.numero, 'esteve desativado desde a saída');
  await guardarLeito(tx, leito);
  await reabrirOcupacao(tx, leito, ocupante.ocupacaoId, ocupante.internacaoId);
}
