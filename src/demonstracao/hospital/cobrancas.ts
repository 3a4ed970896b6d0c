import { HistoricoDoLancamento } from '../../modulos/financeiro/dominio/historico-do-lancamento.entity.js';
import { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { LinhaDoLancamento } from '../../modulos/financeiro/dominio/linha-do-lancamento.entity.js';
import { VITRINE } from '../vitrine.js';
import type { Cobranca } from './estadia.js';
import type { Faturamento } from './faturamento.js';
import type { Mundo } from './mundo.js';
import { VidaDaCobranca } from './vida-da-cobranca.js';

/** Tells what became of every charge, and keeps them all, the oldest first. */
export function guardarCobrancas(mundo: Mundo, faturamento: Faturamento): void {
  for (const cobranca of [...faturamento.cobrancas])
    if (cobranca.daVitrine === null) new VidaDaCobranca(mundo, faturamento, cobranca).viver();
  mundo.acervo.reservar(Lancamento, VITRINE.lancamento.rascunho);
  const emOrdem = faturamento.cobrancas.toSorted(
    (a, b) => Number(b.daVitrine !== null) - Number(a.daVitrine !== null) || criacao(a) - criacao(b),
  );
  for (const cobranca of emOrdem) guardar(mundo, cobranca);
}

const criacao = ({ lancamento }: Cobranca): number => lancamento.criadoEm.getTime();

function guardar({ acervo }: Mundo, { lancamento, passos, daVitrine }: Cobranca): void {
  lancamento.id = daVitrine ?? acervo.novoId(Lancamento);
  const { id: lancamentoId } = acervo.guardar(Lancamento, lancamento);
  lancamento.linhas.forEach((linha, i) =>
    acervo.incluir(LinhaDoLancamento, { ...linha, lancamentoId, ordem: i + 1 }),
  );
  for (const passo of [...passos, ...lancamento.extrairPassos()])
    acervo.incluir(HistoricoDoLancamento, { ...passo, lancamentoId });
}
