import type { Acao, AcaoSimples, Tipo } from './comandos.js';

export type Estado =
  | 'LIVRE'
  | 'RESERVADO'
  | 'OCUPADO'
  | 'AGUARDANDO_LIMPEZA'
  | 'EM_LIMPEZA'
  | 'BLOQUEADO'
  | 'MANUTENCAO'
  | 'DESATIVADO';

export interface Intervalo {
  inicio: number;
  /** Exclusive; null: it goes on. */
  fim: number | null;
}

/** What is to begin at `inicio`, or as soon after it as the bed can. */
export interface Plano {
  acao: 'reservar' | 'bloquear' | 'manutencao';
  inicio: number;
  ate: number | null;
  para: number | null;
  pedido: number | null;
}

export interface Leito {
  estado: Estado;
  /** Null: since it exists. */
  desde: number | null;
  instaladoDesde: number | null;
  soPlanejado: boolean;
  observacao: boolean;
  /** When the present state ends by itself. */
  vence: number | null;
  reservadoPara: number | null;
  /** The stay whose request the reservation is for. */
  pedido: number | null;
  manutencaoPlanejada: { ate: number | null } | null;
  planos: Plano[];
  ocupacoes: (Intervalo & { estadia: number })[];
  bloqueios: (Intervalo & { estado: Estado })[];
  desativado: Intervalo[];
  /** Every arrival at a state, in the order told; that of a patient in a free bed, his occupancy tells. */
  contados: { em: number; estado: Estado }[];
  /** Times that it became free, other than in passing. */
  liberacoes: number;
}

const BLOQUEAVEIS: readonly Estado[] = ['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'];
export const RECEBEM: readonly Estado[] = ['LIVRE', 'RESERVADO'];

/** In which states of the bed each command makes sense (DOMINIO §2). */
export const PARTIDAS: Partial<Record<Acao, readonly Estado[]>> = {
  reservar: ['LIVRE'],
  'reservar-para-pedido': ['LIVRE'],
  'cancelar-reserva': ['RESERVADO'],
  'iniciar-limpeza': ['AGUARDANDO_LIMPEZA'],
  'concluir-limpeza': ['EM_LIMPEZA'],
  bloquear: BLOQUEAVEIS,
  desbloquear: ['BLOQUEADO'],
  manutencao: [...BLOQUEAVEIS, 'OCUPADO'],
  'concluir-manutencao': ['MANUTENCAO', 'OCUPADO'],
  desativar: ['LIVRE', 'BLOQUEADO', 'MANUTENCAO'],
  reativar: ['DESATIVADO'],
  internar: RECEBEM,
  admitir: RECEBEM,
  transferir: RECEBEM,
};

/** Where the simple moves lead; the others, to where a bed goes when it is no longer used. */
export const CHEGADAS: Partial<Record<AcaoSimples, Estado>> = {
  'cancelar-reserva': 'LIVRE',
  'iniciar-limpeza': 'EM_LIMPEZA',
  'concluir-limpeza': 'LIVRE',
  desativar: 'DESATIVADO',
  reativar: 'LIVRE',
};

const antesDoFim = (inicio: number, fim: number | null): boolean => fim === null || inicio < fim;
const cobre = ({ inicio, fim }: Intervalo, hora: number): boolean => inicio <= hora && antesDoFim(hora, fim);
/** Touching is not crossing; an empty period crosses what has its instant strictly inside. */
export const cruzam = (a: Intervalo, b: Intervalo): boolean =>
  antesDoFim(a.inicio, b.fim) && antesDoFim(b.inicio, a.fim);

export const novoLeito = (tipo: Tipo): Leito => ({
  estado: tipo === 'planejado' ? 'DESATIVADO' : 'LIVRE',
  ...{ desde: null, vence: null, reservadoPara: null, pedido: null, manutencaoPlanejada: null },
  instaladoDesde: tipo === 'recente' ? -6 : null,
  soPlanejado: tipo === 'planejado',
  observacao: tipo === 'observacao',
  ...{ planos: [], ocupacoes: [], bloqueios: [], contados: [], liberacoes: 0 },
  desativado: tipo === 'planejado' ? [{ inicio: Number.NEGATIVE_INFINITY, fim: null }] : [],
});

/** Of what is told of a bed later nothing is seen but when it was over; a stretch of no length is not seen at all. */
const fimDosUsos = (l: Leito, hora: number): number[] =>
  [...l.ocupacoes, ...l.bloqueios].flatMap(({ inicio, fim }) =>
    fim !== null && fim <= hora && inicio < fim ? [fim] : [],
  );

const ultimo = (horas: readonly number[]): number | null => (horas.length > 0 ? Math.max(...horas) : null);

/** Since when it is as it is. */
export const desdeAgora = (l: Leito): number =>
  ultimo([...(l.desde === null ? [] : [l.desde]), ...fimDosUsos(l, Infinity)]) ?? l.instaladoDesde ?? 0;

/** Since when it was as it was at a past hour: that hour, where nobody knows of anything before it. */
export function desdeEm(l: Leito, hora: number): number {
  const trecho = [...l.ocupacoes, ...l.bloqueios].find((t) => cobre(t, hora));
  if (trecho) return trecho.inicio;
  const contado = l.contados.findLast(({ em }) => em <= hora);
  const instalado = l.instaladoDesde !== null && l.instaladoDesde <= hora ? l.instaladoDesde : 0;
  return Math.min(ultimo([...(contado ? [contado.em] : []), ...fimDosUsos(l, hora)]) ?? instalado, hora);
}

/** What a bed was at a past hour, by all that is now known. */
export function estadoEm(l: Leito, hora: number): Estado {
  if (l.ocupacoes.some((o) => cobre(o, hora))) return 'OCUPADO';
  const bloqueio = l.bloqueios.find((b) => cobre(b, hora));
  if (bloqueio) return bloqueio.estado;
  if (l.desativado.some((d) => cobre(d, hora))) return 'DESATIVADO';
  const contado = l.contados.findLast(({ em }) => em <= hora)?.estado;
  return contado === 'RESERVADO' || contado === 'AGUARDANDO_LIMPEZA' || contado === 'EM_LIMPEZA'
    ? contado
    : 'LIVRE';
}
