import { PlanoDoLeito } from '../../modulos/leitos/dominio/plano-do-leito.entity.js';
import { maisTarde } from '../../plataforma/tempo/relogio.js';
import type { LeitoVivo } from './leito-vivo.js';
import type { Interdicao, Leitos } from './leitos.js';
import { BLOQUEIOS, MANUTENCOES } from './motivos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, type Mundo } from './mundo.js';

/** On average, for one bed. */
const DIAS_ENTRE_INTERDICOES = 240;

/** What breaks, leaks or is painted. */
export class Imprevistos {
  constructor(
    private readonly mundo: Mundo,
    private readonly leitos: Leitos,
  ) {}

  comecar(): void {
    for (const vivo of this.leitos.todos)
      if (!vivo.leito.soPlanejado) this.#seguinte(vivo, this.mundo.inauguracao);
  }

  #seguinte(vivo: LeitoVivo, em: Date): void {
    const { agenda, sorteio } = this.mundo;
    const dias = -Math.log(1 - sorteio.fracao()) * DIAS_ENTRE_INTERDICOES;
    agenda.marcar(depois(em, (dias + 0.5) * MS_POR_DIA), (quando) => {
      if (vivo.leito.status === 'DESATIVADO') return;
      this.#interditar(vivo, quando, em);
      this.#seguinte(vivo, quando);
    });
  }

  #interditar(vivo: LeitoVivo, em: Date, anterior: Date): void {
    const { sorteio } = this.mundo;
    const manutencao = sorteio.chance(0.55);
    const planejada = sorteio.chance(0.3);
    const interdicao: Interdicao = {
      manutencao,
      motivo: sorteio.um(manutencao ? MANUTENCOES : BLOQUEIOS),
      ms: sorteio.entre(manutencao ? 4 : 12, manutencao ? 48 : 110) * MS_POR_HORA,
      prevista: planejada || vivo.leito.status === 'OCUPADO' || sorteio.chance(0.5),
      autorId: manutencao ? this.mundo.usuarios.GESTAO : this.mundo.usuarios.ENFERMAGEM,
    };
    const comecou = this.leitos.interditar(vivo, em, interdicao);
    if (planejada) this.#contarPlano(vivo, em, interdicao, comecou, anterior);
  }

  /** It had been asked for in advance, once the one before was done with: it began when it should, or was given up. */
  #contarPlano(
    vivo: LeitoVivo,
    em: Date,
    { manutencao, motivo, ms, autorId }: Interdicao,
    comecou: boolean,
    anterior: Date,
  ): void {
    const { acervo, sorteio } = this.mundo;
    acervo.incluir(PlanoDoLeito, {
      ...{ leitoId: vivo.id, acao: manutencao ? 'manutencao' : 'bloquear', motivo, autorId },
      ...{ inicio: em, ate: depois(em, ms), pacienteId: null, solicitacaoId: null },
      situacao: comecou ? 'APLICADO' : 'CANCELADO',
      resolvidoEm: comecou ? em : depois(em, -sorteio.entre(1, 10) * MS_POR_HORA),
      registradoEm: maisTarde(depois(em, -sorteio.entre(1, 8) * MS_POR_DIA), anterior),
    });
  }
}
