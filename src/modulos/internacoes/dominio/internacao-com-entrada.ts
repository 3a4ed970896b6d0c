import {
  InternacaoCancelada,
  InternacaoSolicitada,
  PacienteInternado,
  SolicitacaoEncerrada,
} from '../contrato/eventos.js';
import type { DadosDaAdmissao, DadosDaSolicitacao } from './dados-da-internacao.js';
import { exigirDepoisDe, exigirPassado, type Fato } from './fato.js';
import { InternacaoComHistoria } from './internacao-com-historia.js';
import { posicaoNaFila } from './prioridade.js';

/** How a stay begins: asked for and waited for, or at once; and how it turns out never to have been. */
export abstract class InternacaoComEntrada extends InternacaoComHistoria {
  /** The patient waits for a bed since `fato.em`. Refuses the future. */
  static solicitar<T extends InternacaoComEntrada>(
    this: new () => T,
    { tipoLeito, prioridade, ...dados }: DadosDaSolicitacao,
    fato: Fato,
  ): T {
    exigirPassado(fato);
    const internacao = new this();
    internacao.nascer(dados, fato);
    Object.assign(internacao, {
      solicitadaEm: fato.em,
      desde: fato.em,
      tipoLeito,
      prioridade,
      posicaoNaFila: posicaoNaFila(prioridade, fato.em),
    });
    internacao.mover('SOLICITACAO', 'SOLICITADA', fato);
    internacao.contar((agregado) => new InternacaoSolicitada(agregado, internacao.dadosDoEvento(fato)));
    return internacao;
  }

  /** The patient, who did not wait, enters the bed at `fato.em`. Refuses the future. */
  static admitir<T extends InternacaoComEntrada>(
    this: new () => T,
    { leitoId, setorId, ...dados }: DadosDaAdmissao,
    fato: Fato,
  ): T {
    const internacao = new this();
    internacao.nascer(dados, fato);
    internacao.#entrar(leitoId, setorId, fato);
    return internacao;
  }

  /** The patient who waited enters the bed at `fato.em`; what is said of him now prevails over the request. */
  admitir({ leitoId, setorId, ...dados }: DadosDaAdmissao, fato: Fato): void {
    this.destino('admitir');
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    this.#entrar(leitoId, setorId, fato);
    Object.assign(this, dados, { posicaoNaFila: null });
    this.#contarFimDaEspera(fato);
  }

  /** The request is refused: the patient will not be admitted because of it. */
  recusar(motivo: string, fato: Fato): void {
    const destino = this.destino('recusar');
    this.mover('RECUSA', destino, fato, { motivo });
    this.#deixarDeEsperar(fato);
  }

  /** Nobody waits any more or, after the admission, it never should have been told; then `deixouOLeito` completes it. */
  cancelar(motivo: string, fato: Fato): void {
    const { entrada } = this;
    const destino = this.destino('cancelar');
    this.mover('CANCELAMENTO', destino, fato, { motivo });
    if (entrada === null) return this.#deixarDeEsperar(fato);
    this.pacienteAbertoId = null;
    const desde = entrada.toISOString();
    this.contar((agregado) => new InternacaoCancelada(agregado, { ...this.dadosDoEvento(fato), desde }));
  }

  #entrar(leitoId: number, setorId: number | null, fato: Fato): void {
    exigirPassado(fato);
    Object.assign(this, { setorId, entrada: fato.em, desde: fato.em });
    this.mover('ADMISSAO', 'INTERNADA', fato, { paraLeitoId: leitoId });
    this.contar((agregado) => new PacienteInternado(agregado, { ...this.dadosDoEvento(fato), leitoId }));
  }

  #deixarDeEsperar(fato: Fato): void {
    Object.assign(this, { pacienteAbertoId: null, posicaoNaFila: null });
    this.#contarFimDaEspera(fato);
  }

  #contarFimDaEspera(fato: Fato): void {
    const { status } = this;
    this.contar((agregado) => new SolicitacaoEncerrada(agregado, { ...this.dadosDoEvento(fato), status }));
  }
}
