import type { Transacao } from '../../../banco/transacao.js';
import { type Tarefa, TarefaAgendada } from '../../../plataforma/agendador/tarefa-agendada.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Leito } from '../dominio/leito.entity.js';
import { LeitosEmDia } from '../persistencia/leitos-em-dia.js';
import { leitosDevidos, travarOsLivres } from '../persistencia/prazos-no-banco.js';

const LEITOS_POR_VEZ = 50;

/** Ends reservations, blocks and maintenances at the instant foreseen, and begins what was planned. */
@TarefaAgendada({ nome: 'leitos.vencer-prazos', cadaMs: 5_000 })
export class VencerPrazos implements Tarefa {
  constructor(
    private readonly relogio: Relogio,
    private readonly emDia: LeitosEmDia,
    private readonly registrador: Registrador,
  ) {}

  async executar(tx: Transacao): Promise<boolean> {
    const ids = await leitosDevidos(tx, this.relogio.agora(), LEITOS_POR_VEZ);
    const leitos = await travarOsLivres(tx, ids);
    const agora = this.relogio.agora();
    let cuidados = 0;
    for (const leito of leitos) cuidados += await this.#cuidar(tx, leito, maisTarde(agora, leito.desde));
    return ids.length === LEITOS_POR_VEZ && cuidados > 0;
  }

  /** 1, or 0 when the bed refuses: one that cannot be taken care of does not hold the others back. */
  async #cuidar(tx: Transacao, leito: Leito, agora: Date): Promise<number> {
    try {
      await tx.aninhar(() => this.emDia.guardar(tx, leito, agora));
      return 1;
    } catch (erro) {
      if (!(erro instanceof ErroDeDominio)) throw erro;
      this.registrador.erro('leito não pôde ser posto em dia', { leitoId: leito.id, motivo: erro.codigo });
      return 0;
    }
  }
}
