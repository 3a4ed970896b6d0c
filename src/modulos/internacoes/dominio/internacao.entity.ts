import { Entity } from 'typeorm';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { PacienteTransferido } from '../contrato/eventos.js';
import type { AlteracaoDaInternacao } from './dados-da-internacao.js';
import { ESTADOS_DA_INTERNACAO, TERMINAIS } from './estados-da-internacao.js';
import { posicaoNaFila } from './prioridade.js';
import { exigirDepoisDe, exigirPassado, type Fato } from './fato.js';
import { InternacaoComSaida } from './internacao-com-saida.js';

/**
 * The stay of a patient, from the request for a bed to the way out. Which bed, and since when, belongs to
 * `leitos`. How it begins and how it ends are in the classes that it extends.
 */
@Entity('internacoes')
export class Internacao extends InternacaoComSaida {
  /** The patient goes to another bed; `mudouDeLeito` completes it with the bed he left and the setor he entered. */
  transferir(paraLeitoId: number, motivo: string, fato: Fato): void {
    const destino = this.destino('transferir');
    exigirPassado(fato);
    exigirDepoisDe(this.ultimoMovimentoEm, fato);
    const mudanca = this.mover('TRANSFERENCIA', destino, fato, { paraLeitoId, motivo });
    this.contar(
      (agregado) =>
        new PacienteTransferido(agregado, {
          ...this.dadosDoEvento(fato),
          deLeitoId: mudanca.deLeitoId!,
          paraLeitoId,
        }),
    );
  }

  mudouDeLeito(deLeitoId: number, paraSetorId: number | null): void {
    this.deixouOLeito(deLeitoId);
    this.setorId = paraSetorId;
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
    this.#mudarDeFila(alteracao);
  }

  /** The patient got worse, or better, while he waited: he keeps the time, and changes place. */
  #mudarDeFila({ prioridade, tipoLeito }: AlteracaoDaInternacao): void {
    if (prioridade === undefined && tipoLeito === undefined) return;
    if (this.status !== 'SOLICITADA')
      throw conflito(
        'INTERNACAO.NAO_ESPERA',
        `A internação ${this.id} está ${ESTADOS_DA_INTERNACAO.estados[this.status]}: prioridade e tipo de leito só mudam enquanto o paciente espera.`,
        prioridade === undefined ? 'tipoLeito' : 'prioridade',
      );
    this.tipoLeito = tipoLeito ?? this.tipoLeito;
    this.prioridade = prioridade ?? this.prioridade;
    this.posicaoNaFila = posicaoNaFila(this.prioridade!, this.solicitadaEm!);
  }
}
