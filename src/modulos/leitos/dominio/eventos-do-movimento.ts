import type { EventoDeDominio } from '../../../plataforma/eventos/evento.js';
import { LeitoDesocupado, LeitoLiberado, LeitoMudouDeEstado, LeitoOcupado } from '../contrato/eventos.js';
import type { EstadoDoLeito } from './estados-do-leito.js';

export interface MudancaDeEstado {
  readonly leitoId: number;
  readonly setorId: number;
  /** Of the bed, after the change. */
  readonly versao: number;
  readonly de: EstadoDoLeito;
  readonly para: EstadoDoLeito;
  readonly em: Date;
  /** The stay that enters or leaves. */
  readonly internacaoId?: number;
  /** Another change follows at once: an arrival at LIVRE does not make the bed free. */
  readonly dePassagem?: boolean;
}

/** What a change of state tells the other modules. A bed that is left and needs no cleaning tells two facts, in this order. */
export function eventosDaMudanca({ de, para, ...mudanca }: MudancaDeEstado): EventoDeDominio[] {
  if (de === para) return [];
  const { leitoId, setorId, versao, internacaoId, dePassagem = false } = mudanca;
  const agregado = { tipo: 'leito', id: leitoId, versao };
  const dados = { leitoId, setorId, em: mudanca.em.toISOString() };
  const eventos: EventoDeDominio[] = [];
  if (de === 'OCUPADO')
    eventos.push(new LeitoDesocupado(agregado, { ...dados, internacaoId: internacaoId! }));
  if (para === 'OCUPADO') eventos.push(new LeitoOcupado(agregado, { ...dados, internacaoId: internacaoId! }));
  if (para === 'LIVRE' && !dePassagem) eventos.push(new LeitoLiberado(agregado, dados));
  return eventos.length > 0 ? eventos : [new LeitoMudouDeEstado(agregado, { ...dados, de, para })];
}
