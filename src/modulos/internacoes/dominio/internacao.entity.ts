import { Entity } from 'typeorm';
import { conflito, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { AgregadoDoEvento } from '../../../plataforma/eventos/evento.js';
import { AltaConcedida, PacienteInternado, PacienteTransferido } from '../contrato/eventos.js';
import {
  type AlteracaoDaInternacao,
  type DadosDaAdmissao,
  type DadosDaAlta,
  TABELA_DE_CID,
} from './dados-da-internacao.js';
import {
  type AcaoDeInternacao,
  ESTADOS_DA_INTERNACAO,
  type StatusDeInternacao,
  TERMINAIS,
} from './estados-da-internacao.js';
import { exigirDepoisDe, exigirPassado, type Fato } from './fato.js';
import { InternacaoGravada } from './internacao-gravada.js';
import { exigirSaida } from './motivo-de-saida.js';
import { Movimentacao } from './movimentacao.entity.js';

/** The stay of a patient, from the way in to the way out. Which bed, and since when, belongs to `leitos`. */
@Entity('internacoes')
export class Internacao extends InternacaoGravada {
  #movimentacoes: Movimentacao[] = [];

  /** The patient enters the bed at `fato.em`. Refuses the future. */
  static admitir({ leitoId, ...dados }: DadosDaAdmissao, fato: Fato): Internacao {
    exigirPassado(fato, 'admitidaEm');
    const internacao = Object.assign(new Internacao(), dados, {
      cidSistema: TABELA_DE_CID.sistema,
      cidVersao: TABELA_DE_CID.versao,
      cidSaida: null,
      motivoSaida: null,
      medicoAltaId: null,
      entrada: fato.em,
      saida: null,
      pacienteAbertoId: dados.pacienteId,
      movimentos: 0,
      versao: 1,
      criadoEm: fato.agora,
      autorId: fato.autorId,
    });
    internacao.#mover('ADMISSAO', null, 'INTERNADA', fato, { paraLeitoId: leitoId });
    internacao.aconteceu(
      () =>
        new PacienteInternado(internacao.#agregado(), {
          ...internacao.#quem(),
          leitoId,
          em: fato.em.toISOString(),
        }),
    );
    return internacao;
  }

  /** The patient goes to another bed; `mudouDeLeito` completes it with the bed he left and the setor he entered. */
  transferir(paraLeitoId: number, motivo: string, fato: Fato): void {
    const destino = this.#destino('transferir');
    exigirPassado(fato, 'em');
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    this.#mover('TRANSFERENCIA', this.status, destino, fato, { paraLeitoId, motivo });
  }

  mudouDeLeito(deLeitoId: number, paraSetorId: number): void {
    this.setorId = paraSetorId;
    const { em, paraLeitoId } = this.#saiuDe(deLeitoId);
    this.aconteceu(
      () =>
        new PacienteTransferido(this.#agregado(), {
          ...this.#quem(),
          deLeitoId,
          paraLeitoId: paraLeitoId!,
          em: em.toISOString(),
        }),
    );
  }

  /** The whole discharge in one step; `deixouOLeito` completes it when the bed is given back. */
  concederAlta(alta: DadosDaAlta, fato: Fato): void {
    const destino = this.#destino('alta');
    const motivoSaida = exigirSaida(alta.motivoSaida);
    exigirPassado(fato, 'em');
    if (fato.em.getTime() < this.entrada.getTime())
      throw regraViolada(
        'INTERNACAO.ALTA_ANTES_DA_ENTRADA',
        `A alta não pode ser anterior à entrada do paciente (${this.entrada.toISOString()}).`,
        'em',
      );
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    const medicoAltaId = alta.medicoId ?? this.medicoId;
    this.#mover('ALTA', this.status, destino, fato, { motivo: motivoSaida });
    Object.assign(this, {
      cidSaida: alta.cidSaida,
      motivoSaida,
      medicoAltaId,
      saida: fato.em,
      pacienteAbertoId: null,
    });
  }

  /** The patient has physically left the hospital. */
  deixouOLeito(leitoId: number): void {
    const { em } = this.#saiuDe(leitoId);
    this.aconteceu(
      () =>
        new AltaConcedida(this.#agregado(), {
          ...this.#quem(),
          leitoId,
          em: em.toISOString(),
        }),
    );
  }

  /** Corrects what may be corrected while the stay is not over (409 `INTERNACAO.NAO_ALTERAVEL`). */
  alterar(alteracao: AlteracaoDaInternacao, agora: Date): void {
    if (TERMINAIS.includes(this.status))
      throw conflito(
        'INTERNACAO.NAO_ALTERAVEL',
        `A internação ${this.id} está ${ESTADOS_DA_INTERNACAO.estados[this.status]} e não pode mais ser alterada.`,
      );
    const {
      medicoId = this.medicoId,
      convenioId = this.convenioId,
      cidEntrada = this.cidEntrada,
      observacao = this.observacao,
    } = alteracao;
    Object.assign(this, { medicoId, convenioId, cidEntrada, observacao, atualizadoEm: agora });
  }

  /** The movements made since the stay was loaded, once. */
  extrairMovimentacoes(): Movimentacao[] {
    const movimentacoes = this.#movimentacoes;
    this.#movimentacoes = [];
    return movimentacoes.map((m) => Object.assign(m, { internacaoId: this.id }));
  }

  #destino(acao: AcaoDeInternacao): StatusDeInternacao {
    return ESTADOS_DA_INTERNACAO.mover(
      this.status,
      acao,
      'INTERNACAO.TRANSICAO_INVALIDA',
      `A internação ${this.id}`,
    );
  }

  #mover(
    tipo: Movimentacao['tipo'],
    anterior: StatusDeInternacao | null,
    novo: StatusDeInternacao,
    fato: Fato,
    extra: Partial<Movimentacao>,
  ): void {
    Object.assign(this, {
      status: novo,
      movimentos: this.movimentos + 1,
      ultimoMovimentoEm: fato.em,
      atualizadoEm: fato.agora,
    });
    const movimentacao: Omit<Movimentacao, 'id' | 'internacaoId'> = {
      tipo,
      ordem: this.movimentos,
      estadoAnterior: anterior,
      estadoNovo: novo,
      deLeitoId: null,
      paraLeitoId: null,
      em: fato.em,
      registradoEm: fato.agora,
      motivo: null,
      autorId: fato.autorId,
      ...extra,
    };
    this.#movimentacoes.push(Object.assign(new Movimentacao(), movimentacao));
  }

  /** Completes the movement just made with the bed that was left. */
  #saiuDe(leitoId: number): Movimentacao {
    const ultima = this.#movimentacoes.at(-1);
    if (!ultima) throw new Error('No movement to complete: call the verb first.');
    return Object.assign(ultima, { deLeitoId: leitoId });
  }

  #agregado(): AgregadoDoEvento {
    return { tipo: 'internacao', id: this.id, versao: this.versao };
  }

  #quem(): { internacaoId: number; pacienteId: number } {
    return { internacaoId: this.id, pacienteId: this.pacienteId };
  }
}
