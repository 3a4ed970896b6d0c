import type { Conta } from '../../modulos/financeiro/dominio/conta.entity.js';
import type { HistoricoDoLancamento } from '../../modulos/financeiro/dominio/historico-do-lancamento.entity.js';
import type { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import type { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import type { MotivoDeSaida } from '../../modulos/internacoes/dominio/motivo-de-saida.js';
import type { Ocupacao } from '../../modulos/leitos/dominio/ocupacao.entity.js';
import type { LeitoVivo } from './leito-vivo.js';
import type { Pessoa } from './populacao.js';

/** How the stay ends. */
export interface Desfecho {
  readonly em: Date;
  readonly motivo: MotivoDeSaida;
  readonly cid: string;
}

/** A stay, or the request for one, with everything that goes with it. */
export interface Estadia {
  readonly internacao: Internacao;
  readonly pessoa: Pessoa;
  /** The bed that the patient is in. */
  leito: LeitoVivo | null;
  /** Every stretch, oldest first. */
  readonly ocupacoes: Ocupacao[];
  conta: Conta | null;
  cobranca: Cobranca | null;
}

/** A charge, and every step it took. Its id comes at the end, by the order of time. */
export interface Cobranca {
  readonly lancamento: Lancamento;
  readonly passos: HistoricoDoLancamento[];
  readonly estadia: Estadia;
  /** The id that the showcase promises. */
  daVitrine: number | null;
}
