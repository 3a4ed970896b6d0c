import { conflito, invalido, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import { AltaClinicaDada, AltaConcedida, AltaPrevista, InternacaoReaberta } from '../contrato/eventos.js';
import type { DadosDaAlta, DadosDaReabertura } from './dados-da-internacao.js';
import type { AcaoDeInternacao, StatusDeInternacao } from './estados-da-internacao.js';
import { exigirDepoisDe, exigirPassado, type Fato } from './fato.js';
import { InternacaoComEntrada } from './internacao-com-entrada.js';
import { SEM_SAIDA } from './internacao-com-historia.js';
import { exigirSaida, type MotivoDeSaida } from './motivo-de-saida.js';
import type { TipoDeMovimentacao } from './movimentacao.entity.js';

const MS_POR_HORA = 3_600_000;

/** How a stay ends: foreseen, decided, done; at once or by steps; and undone. */
export abstract class InternacaoComSaida extends InternacaoComEntrada {
  /** The exit is expected at `para`, which is yet to come; said again, it changes. */
  preverAlta(para: Date, fato: Fato): void {
    const destino = this.destino('prever-alta');
    if (para <= fato.agora)
      throw invalido(
        'INTERNACAO.PREVISAO_NO_PASSADO',
        'A previsão de alta deve ser um instante futuro.',
        'para',
      );
    this.anotar('PREVISAO_DE_ALTA', destino, fato, { previstoPara: para });
    this.#esperarSaida(para, fato);
  }

  cancelarPrevisao(motivo: string | null, fato: Fato): void {
    const destino = this.destino('cancelar-previsao');
    this.anotar('CANCELAMENTO_DA_PREVISAO', destino, fato, { motivo });
    this.#esperarSaida(null, fato);
  }

  /** The doctor discharges the patient, who is still in the bed. */
  darAltaClinica(alta: DadosDaAlta, fato: Fato): void {
    const { destino, ...desfecho } = this.#decidir('alta-clinica', alta, fato);
    this.mover('ALTA_CLINICA', destino, fato, { motivo: desfecho.motivoSaida });
    const saidaEsperadaEm = this.saidaEsperadaEm ?? fato.em;
    Object.assign(this, desfecho, { altaClinicaEm: fato.em, saidaEsperadaEm });
    this.contar((agregado) => new AltaClinicaDada(agregado, this.dadosDoEvento(fato)));
  }

  /** The patient whom the doctor discharged leaves; `deixouOLeito` completes it. */
  registrarSaida(fato: Fato): void {
    const destino = this.destino('saida');
    exigirPassado(fato);
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    this.#sair('SAIDA', destino, null, fato);
  }

  /** The whole discharge in one step; `deixouOLeito` completes it. What it says prevails over a clinical discharge. */
  concederAlta(alta: DadosDaAlta, fato: Fato): void {
    const { destino, ...desfecho } = this.#decidir('alta', alta, fato);
    Object.assign(this, desfecho, { altaClinicaEm: this.altaClinicaEm ?? fato.em });
    this.#sair('ALTA', destino, desfecho.motivoSaida, fato);
  }

  /** The exit is undone, as if it had never been; `entrouNoLeito` completes it. */
  reabrir({ motivo, prazoHoras, noLeitoDesde }: DadosDaReabertura, fato: Fato): void {
    const destino = this.destino('reabrir');
    const { saida } = this;
    if (saida === null || fato.agora.getTime() - saida.getTime() > prazoHoras * MS_POR_HORA)
      throw conflito(
        'INTERNACAO.PRAZO_DE_REABERTURA',
        `A internação ${this.id} só podia ser reaberta até ${prazoHoras} h depois da saída. Se o paciente voltou, registre uma nova internação.`,
      );
    const reabertura = this.anotar('REABERTURA', destino, fato, { motivo });
    Object.assign(this, SEM_SAIDA, { pacienteAbertoId: this.pacienteId, ultimoMovimentoEm: noLeitoDesde });
    this.contar(
      (agregado) =>
        new InternacaoReaberta(agregado, {
          ...this.dadosDoEvento(fato),
          leitoId: reabertura.paraLeitoId!,
          saidaDesfeita: saida.toISOString(),
        }),
    );
  }

  #esperarSaida(para: Date | null, fato: Fato): void {
    Object.assign(this, { altaPrevistaPara: para, saidaEsperadaEm: para });
    this.contar(
      (agregado) =>
        new AltaPrevista(agregado, {
          ...this.dadosDoEvento(fato),
          para: para && para.toISOString(),
        }),
    );
  }

  /** What both discharges judge, and what they keep. */
  #decidir(acao: AcaoDeInternacao, alta: DadosDaAlta, fato: Fato) {
    const destino = this.destino(acao);
    const motivoSaida = exigirSaida(alta.motivoSaida);
    exigirPassado(fato);
    if (this.entrada !== null && fato.em < this.entrada)
      throw regraViolada(
        'INTERNACAO.ALTA_ANTES_DA_ENTRADA',
        `A alta não pode ser anterior à entrada do paciente (${this.entrada.toISOString()}).`,
        fato.campo ?? 'em',
      );
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    return { destino, cidSaida: alta.cidSaida, motivoSaida, medicoAltaId: alta.medicoId ?? this.medicoId };
  }

  #sair(
    tipo: TipoDeMovimentacao,
    destino: StatusDeInternacao,
    motivo: MotivoDeSaida | null,
    fato: Fato,
  ): void {
    const saida = this.mover(tipo, destino, fato, { motivo });
    Object.assign(this, { saida: fato.em, saidaEsperadaEm: null, pacienteAbertoId: null });
    this.contar(
      (agregado) => new AltaConcedida(agregado, { ...this.dadosDoEvento(fato), leitoId: saida.deLeitoId! }),
    );
  }
}
