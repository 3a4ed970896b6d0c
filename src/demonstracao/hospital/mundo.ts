import type { Politicas } from '../../modulos/hospital/contrato/politicas-do-hospital.js';
import { Acervo } from './acervo.js';
import { Agenda } from './agenda.js';
import { autoresSem } from './autores.js';
import { CalendarioEmTabela } from './calendario-em-tabela.js';
import { Sorteio } from './sorteio.js';

export const MS_POR_MINUTO = 60_000;
export const MS_POR_HORA = 3_600_000;
export const MS_POR_DIA = 86_400_000;

/** Two years, and the weeks in which the hospital fills up. */
export const DIAS_DE_VIDA = 760;

const REACAO_MS = 40;
const SEMENTE = 312_2002;

/** What everything in the demonstration shares: its time, its chance and its rows. */
export class Mundo {
  readonly acervo = new Acervo();
  readonly agenda = new Agenda();
  readonly sorteio = new Sorteio(SEMENTE);
  /** When the hospital opened its doors. */
  readonly inauguracao: Date;
  readonly calendario: CalendarioEmTabela;
  /** Who did what in these two years: the id of the user of each role, or of who stands in for him. */
  readonly usuarios: ReturnType<typeof autoresSem>;

  constructor(
    readonly agora: Date,
    readonly politicas: Politicas,
    diasDeVida: number,
    readonly adminEmail: string | null,
  ) {
    this.inauguracao = this.diasAtras(diasDeVida);
    this.usuarios = autoresSem(adminEmail);
    this.calendario = new CalendarioEmTabela(politicas.fuso, this.inauguracao, agora);
  }

  diasAtras(dias: number): Date {
    return depois(this.agora, -dias * MS_POR_DIA);
  }

  /** When the reaction to what happened at `em` is done. */
  reacaoA(em: Date): Date {
    return new Date(Math.min(em.getTime() + REACAO_MS, this.agora.getTime()));
  }

  horasAtras(horas: number): Date {
    return depois(this.agora, -horas * MS_POR_HORA);
  }
}

export const depois = (em: Date, ms: number): Date => new Date(em.getTime() + Math.round(ms));
