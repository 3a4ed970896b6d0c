import { Injectable } from '@nestjs/common';
import type { Transacao } from '../../../banco/transacao.js';
import { maisTarde } from '../../../plataforma/tempo/relogio.js';
import { MAQUINA_DO_LEITO } from '../dominio/estados-do-leito.js';
import type { Leito } from '../dominio/leito.entity.js';
import type { PlanoPendente } from '../dominio/novo-plano.js';
import { fimDoUltimoUso } from './choques.js';
import { DestinatarioDaReserva } from './destinatario-da-reserva.js';
import { leitoReservadoPara } from './leitos-no-banco.js';
import { planosDevidos, resolverPlano } from './planos-no-banco.js';

/** What was planned for a bed and should have begun. */
@Injectable()
export class PlanosDevidos {
  constructor(private readonly destinatarios: DestinatarioDaReserva) {}

  /**
   * Applies to a held bed, stored till now and then left for `guardarLeito`, what its state allows: from when it was
   * planned, or from when the bed could take it. What does not fit yet waits, until its end; nothing but a
   * maintenance, for when the patient leaves, is asked of an occupied bed.
   */
  async aplicar(tx: Transacao, leito: Leito, agora: Date): Promise<void> {
    for (const plano of await planosDevidos(tx, leito.id, agora)) {
      if (await this.#perdeuOSentido(plano, agora)) await resolverPlano(tx, leito, plano, 'PERDIDO', agora);
      else if (await this.#cabe(tx, leito, plano)) {
        await this.#comecar(tx, leito, plano, agora);
        await resolverPlano(tx, leito, plano, 'APLICADO', agora);
      }
    }
  }

  async #perdeuOSentido({ ate, solicitacaoId }: PlanoPendente, agora: Date): Promise<boolean> {
    if (ate !== null && ate <= agora) return true;
    return solicitacaoId !== null && !(await this.destinatarios.aberta(solicitacaoId));
  }

  async #cabe(tx: Transacao, leito: Leito, { acao, pacienteId }: PlanoPendente): Promise<boolean> {
    if (!MAQUINA_DO_LEITO.permite(leito.status, acao)) return false;
    if (acao === 'manutencao') return leito.manutencaoMotivo === null;
    return pacienteId === null || (await leitoReservadoPara(tx, 'paciente', pacienteId)) === null;
  }

  async #comecar(tx: Transacao, leito: Leito, plano: PlanoPendente, agora: Date): Promise<void> {
    const { inicio, ate, motivo, autorId, pacienteId, solicitacaoId } = plano;
    const em = maisTarde(inicio, leito.desde, await fimDoUltimoUso(tx, leito.id));
    const fato = { em, agora, autorId, motivo };
    if (plano.acao === 'bloquear') leito.bloquear(motivo!, ate, fato);
    else if (plano.acao === 'manutencao') leito.manutencao(motivo!, ate, fato);
    else leito.reservar({ pacienteId, solicitacaoId, expiraEm: ate! }, fato);
  }
}
