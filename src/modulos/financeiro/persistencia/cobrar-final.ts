import type { Transacao } from '../../../banco/transacao.js';
import type { InternacaoParaConta } from '../../internacoes/contrato/leitura-de-internacoes.js';
import type { Conta } from '../dominio/conta.entity.js';
import { type Ato, Lancamento } from '../dominio/lancamento.entity.js';
import type { ApuradorDeContas } from './apurador-de-contas.js';
import { inserirLancamento } from './lancamentos.repositorio.js';

/**
 * Creates the FINAL charge of a stay that ended at `saida`, with the data of now: issued, or a draft when a price is
 * missing. Null when it already has an active one. Call it with the account held, and the stay read after that.
 */
export async function cobrarFinal(
  tx: Transacao,
  apurador: ApuradorDeContas,
  conta: Conta,
  internacao: InternacaoParaConta,
  saida: Date,
  ato: Ato,
): Promise<Lancamento | null> {
  const { calendario, ...cobranca } = await apurador.apurar(internacao, saida);
  const hoje = calendario.diaCivil(ato.agora);
  const lancamento = Lancamento.fecharConta(conta, cobranca, { ...ato, hoje });
  return (await inserirLancamento(tx, lancamento)) ? lancamento : null;
}
