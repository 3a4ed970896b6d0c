import { BloqueioDoLeito } from '../../modulos/leitos/dominio/bloqueio-do-leito.entity.js';
import { HistoricoDoLeito } from '../../modulos/leitos/dominio/historico-do-leito.entity.js';
import { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import type { CadastroDoLeito } from '../../modulos/leitos/dominio/cadastro-do-leito.js';
import { PeriodoDoLeito } from '../../modulos/leitos/dominio/periodo-do-leito.entity.js';
import type { Fato } from '../../modulos/leitos/dominio/fato.js';
import type { Mundo } from './mundo.js';

const TIPO_DO_BLOQUEIO = { BLOQUEADO: 'BLOQUEIO', MANUTENCAO: 'MANUTENCAO' } as const;

/** When the story of the showcase needs the bed for itself. */
interface Reservado {
  readonly de: number;
  readonly ate: number;
}

/** What happened to a bed, when, by whom and why. */
export const fatoDoLeito = (em: Date, autorId: number | null, motivo: string | null = null): Fato => ({
  ...{ em, agora: em, autorId, motivo },
});

/** A bed, and the rows that what happens to it leaves behind. */
export class LeitoVivo {
  readonly leito: Leito;
  /** Stays as it is: it is part of the showcase. */
  parado = false;
  #bloqueio: BloqueioDoLeito | null = null;
  #reservados: Reservado[] = [];

  constructor(
    private readonly mundo: Mundo,
    cadastro: CadastroDoLeito,
  ) {
    const { acervo, inauguracao } = mundo;
    this.leito = Leito.criar(cadastro, inauguracao);
    acervo.guardar(Leito, Object.assign(this.leito, { id: acervo.novoId(Leito) }));
    for (const atributo of this.leito.atributos()) this.#abrirPeriodo(atributo, cadastro.instaladoDesde);
  }

  get id(): number {
    return this.leito.id;
  }

  get livre(): boolean {
    return this.leito.status === 'LIVRE';
  }

  /** Nothing that chance brings may touch the bed between these instants. */
  guardarPara(de: Date, ate: Date): void {
    this.#reservados.push({ de: de.getTime(), ate: ate.getTime() });
  }

  /** True when the showcase does not need it in between. */
  disponivel(de: Date, ate: Date): boolean {
    return this.#reservados.every((r) => ate.getTime() < r.de || de.getTime() > r.ate);
  }

  /** Does it to the bed, and writes what changed: its history, and the blocks and periods that it opens or closes. */
  fazer(verbo: (leito: Leito) => void): void {
    const { leito, mundo } = this;
    const antes = leito.atributos();
    verbo(leito);
    // Nobody is told: whoever reacted to it has left his own rows.
    leito.extrairEventos();
    for (const { bloqueio, ...movimento } of leito.extrairMovimentos()) {
      const { de, para, em, registradoEm } = movimento;
      mundo.acervo.incluir(HistoricoDoLeito, { leitoId: this.id, ...movimento });
      if (de === para) continue;
      if (this.#bloqueio) {
        Object.assign(this.#bloqueio, { fim: em, bloqueioAbertoId: null });
        this.#bloqueio = null;
      }
      if (bloqueio && (para === 'BLOQUEADO' || para === 'MANUTENCAO'))
        this.#bloqueio = mundo.acervo.incluir(BloqueioDoLeito, {
          ...{ leitoId: this.id, tipo: TIPO_DO_BLOQUEIO[para], ...bloqueio },
          ...{ inicio: em, fim: null, bloqueioAbertoId: this.id, registradoEm },
        });
    }
    this.#trocarPeriodos(antes);
  }

  #trocarPeriodos(antes: readonly PeriodoDoLeito['atributo'][]): void {
    const depois = this.leito.atributos();
    if (depois.length === antes.length) return;
    const em = this.leito.desde!;
    for (const periodo of this.mundo.acervo.lote(PeriodoDoLeito).linhas as PeriodoDoLeito[])
      if (periodo.periodoAbertoId === this.id && !depois.includes(periodo.atributo))
        Object.assign(periodo, { fim: em, periodoAbertoId: null });
    for (const atributo of depois) if (!antes.includes(atributo)) this.#abrirPeriodo(atributo, em);
  }

  #abrirPeriodo(atributo: PeriodoDoLeito['atributo'], inicio: Date | null): void {
    this.mundo.acervo.incluir(PeriodoDoLeito, {
      ...{ leitoId: this.id, atributo, inicio, fim: null, periodoAbertoId: this.id },
    });
  }
}
