import type { DadosIniciais } from '../../modulos/internacoes/dominio/dados-da-internacao.js';
import { ESTADOS_DA_INTERNACAO } from '../../modulos/internacoes/dominio/estados-da-internacao.js';
import type { Convenios } from './convenios.js';
import { sortearDesfecho } from './desfechos.js';
import type { Diagnostico } from './diagnostico.js';
import type { Desfecho, Estadia } from './estadia.js';
import type { Internamentos } from './internamentos.js';
import type { LeitoVivo } from './leito-vivo.js';
import type { Leitos } from './leitos.js';
import type { NomeDaLinha } from './linhas.js';
import type { CorpoClinico } from './medicos.js';
import { CANCELAMENTOS, motivoDaTransferencia, OBSERVACOES, REABERTURAS } from './motivos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, MS_POR_MINUTO, type Mundo } from './mundo.js';
import type { Etapa } from './percurso.js';
import type { Pessoa, Populacao } from './populacao.js';

/** A patient on his way through the hospital. */
export interface Jornada {
  readonly pessoa: Pessoa;
  readonly linha: NomeDaLinha;
  readonly diagnostico: Diagnostico;
  /** What is still ahead, the present one included. */
  etapas: readonly Etapa[];
}

export const duracaoPrevista = ({ etapas }: Pick<Jornada, 'etapas'>): number =>
  etapas.reduce((soma, { ms }) => soma + ms, 0);

/** In bed: from the admission to the way out. */
interface JornadaNoLeito extends Jornada {
  readonly estadia: Estadia;
  desfecho: Desfecho;
}

/** Stays, once the patient has a bed: transfers, forecasts, discharges, and what was a mistake. */
export class Jornadas {
  constructor(
    private readonly mundo: Mundo,
    private readonly leitos: Leitos,
    private readonly internamentos: Internamentos,
    private readonly populacao: Populacao,
    private readonly medicos: CorpoClinico,
    private readonly convenios: Convenios,
  ) {}

  /** What the reception writes down. */
  dadosIniciais({ pessoa, diagnostico, etapas }: Jornada, em: Date): DadosIniciais {
    const { sorteio } = this.mundo;
    const { id: pacienteId, convenioId } = pessoa.paciente;
    const doCartao = convenioId !== null && sorteio.chance(0.4) && this.convenios.aceita(convenioId, em);
    return {
      pacienteId,
      medicoId: this.medicos.responsavel(etapas[0]!.vaga.setorId, em),
      convenioId: doCartao ? convenioId : null,
      cidEntrada: diagnostico.cid,
      carater: diagnostico.eletivo ? 'ELETIVO' : 'URGENCIA',
      observacao: sorteio.chance(0.06) ? sorteio.um(OBSERVACOES) : null,
    };
  }

  internar(jornada: Jornada, leito: LeitoVivo, em: Date): void {
    const dados = this.dadosIniciais(jornada, em);
    this.#acompanhar(jornada, this.internamentos.admitir(jornada.pessoa, dados, leito, em), em);
  }

  /** The patient who waited enters a bed. */
  internarDaFila(jornada: Jornada, estadia: Estadia, leito: LeitoVivo, em: Date): void {
    const { medicoId } = estadia.internacao;
    const medico = this.medicos.aindaResponsavel(medicoId, leito.leito.setorId, em);
    this.internamentos.admitirDaFila(estadia, medico, leito, em);
    this.#acompanhar(jornada, estadia, em);
  }

  /** Sees to all that follows an admission. */
  #acompanhar(jornada: Jornada, estadia: Estadia, em: Date): void {
    const { linha, diagnostico } = jornada;
    const desfecho = sortearDesfecho(this.mundo, linha, diagnostico, em, duracaoPrevista(jornada));
    const noLeito: JornadaNoLeito = { ...jornada, estadia, desfecho };
    const { sorteio, agenda } = this.mundo;
    if (sorteio.chance(0.004))
      agenda.marcar(depois(em, sorteio.entre(8, 150) * MS_POR_MINUTO), (quando) =>
        this.#cancelar(noLeito, quando),
      );
    this.#marcarTransferencia(noLeito, depois(em, noLeito.etapas[0]!.ms));
    this.#marcarSaida(noLeito, em);
  }

  #marcarTransferencia(jornada: JornadaNoLeito, em: Date): void {
    if (jornada.etapas.length < 2 || em >= depois(jornada.desfecho.em, -2 * MS_POR_HORA)) return;
    this.mundo.agenda.marcar(em, (quando) => this.#transferir(jornada, quando));
  }

  #transferir(jornada: JornadaNoLeito, em: Date): void {
    const { estadia, desfecho, etapas } = jornada;
    if (!podeFazer(estadia, 'transferir') || em >= desfecho.em) return;
    const [, proxima, ...outras] = etapas;
    const destino = this.leitos.procurar(proxima!.vaga, em, desfecho.em);
    if (!destino)
      return this.#marcarTransferencia(jornada, depois(em, this.mundo.sorteio.entre(1.5, 5) * MS_POR_HORA));
    const motivo = motivoDaTransferencia(estadia.leito!.leito.tipo, destino.leito.tipo);
    this.internamentos.transferir(estadia, destino, motivo, em);
    jornada.etapas = [proxima!, ...outras];
    this.#marcarTransferencia(jornada, depois(em, proxima!.ms));
  }

  #marcarSaida(jornada: JornadaNoLeito, desde: Date): void {
    const { agenda, sorteio } = this.mundo;
    const { em, motivo } = jornada.desfecho;
    const folga = em.getTime() - desde.getTime();
    const viva = motivo !== 'OBITO' && motivo !== 'EVASAO';
    if (viva && folga > 1.6 * MS_POR_DIA && sorteio.chance(0.5))
      agenda.marcar(depois(em, -sorteio.entre(17, 30) * MS_POR_HORA), (quando) =>
        this.#prever(jornada, quando),
      );
    if (viva && folga > 8 * MS_POR_HORA && sorteio.chance(0.35))
      agenda.marcar(depois(em, -sorteio.entre(0.7, 4) * MS_POR_HORA), (quando) =>
        this.#darAlta(jornada, quando),
      );
    agenda.marcar(em, (quando) => this.#sair(jornada, quando));
  }

  #prever({ estadia, desfecho }: JornadaNoLeito, em: Date): void {
    if (!podeFazer(estadia, 'prever-alta')) return;
    const { sorteio, agenda } = this.mundo;
    this.internamentos.preverAlta(estadia, depois(desfecho.em, sorteio.entre(-1, 2) * MS_POR_HORA), em);
    if (!sorteio.chance(0.1)) return;
    agenda.marcar(depois(em, sorteio.entre(1, 9) * MS_POR_HORA), (quando) => {
      if (podeFazer(estadia, 'cancelar-previsao'))
        this.internamentos.cancelarPrevisao(estadia, 'Febre: alta adiada.', quando);
    });
  }

  #darAlta({ estadia, desfecho }: JornadaNoLeito, em: Date): void {
    if (podeFazer(estadia, 'alta-clinica')) this.internamentos.darAltaClinica(estadia, alta(desfecho), em);
  }

  #sair(jornada: JornadaNoLeito, em: Date): void {
    const { estadia, desfecho, pessoa, linha } = jornada;
    if (desfecho.em.getTime() !== em.getTime() || !podeFazer(estadia, 'alta')) return;
    const leito = estadia.leito!;
    if (podeFazer(estadia, 'saida')) this.internamentos.registrarSaida(estadia, em);
    else this.internamentos.concederAlta(estadia, alta(desfecho), em);
    if (desfecho.motivo === 'OBITO') return this.populacao.morrer(pessoa, em);
    if (this.mundo.sorteio.chance(0.005)) return this.#marcarReabertura(jornada, leito, em);
    this.populacao.partir(pessoa, linha, em, true);
  }

  /** Somebody was discharged by mistake; until he is back in, or not, nothing else happens to him. */
  #marcarReabertura(jornada: JornadaNoLeito, leito: LeitoVivo, saida: Date): void {
    const { agenda, sorteio } = this.mundo;
    agenda.marcar(depois(saida, sorteio.entre(0.2, 2) * MS_POR_HORA), (em) => {
      const { estadia, pessoa, linha } = jornada;
      const fim = depois(em, sorteio.entre(18, 40) * MS_POR_HORA);
      if (!this.internamentos.podeReabrir(estadia, leito) || !leito.disponivel(em, fim))
        return this.populacao.partir(pessoa, linha, saida, true);
      this.internamentos.reabrir(estadia, leito, sorteio.um(REABERTURAS), em);
      jornada.desfecho = { ...jornada.desfecho, em: fim };
      this.#marcarSaida(jornada, em);
    });
  }

  #cancelar({ estadia, pessoa, linha }: JornadaNoLeito, em: Date): void {
    if (!podeFazer(estadia, 'cancelar')) return;
    this.internamentos.cancelar(estadia, this.mundo.sorteio.um(CANCELAMENTOS), em);
    this.populacao.partir(pessoa, linha, em, false);
  }
}

const alta = ({ cid: cidSaida, motivo: motivoSaida }: Desfecho) => ({ cidSaida, motivoSaida });

const podeFazer = (
  { internacao }: Estadia,
  acao: Parameters<typeof ESTADOS_DA_INTERNACAO.permite>[1],
): boolean => ESTADOS_DA_INTERNACAO.permite(internacao.status, acao);
