import type { MotivoConhecido } from './motivo-de-saida.js';

export const CARATERES = ['ELETIVO', 'URGENCIA'] as const;
export type Carater = (typeof CARATERES)[number];

/** The table of diagnoses in force; kept beside each code, for the day another comes. */
export const TABELA_DE_CID = { sistema: 'CID-10', versao: '2008' } as const;

export interface DadosDaAdmissao {
  readonly pacienteId: number;
  readonly medicoId: number;
  readonly leitoId: number;
  /** The setor of that bed. */
  readonly setorId: number | null;
  readonly convenioId: number | null;
  readonly cidEntrada: string;
  readonly carater: Carater;
  readonly observacao: string | null;
}

export interface DadosDaAlta {
  readonly cidSaida: string;
  readonly motivoSaida: MotivoConhecido;
  /** Who discharged; absent, the doctor of the stay. */
  readonly medicoId?: number;
}

/** Absent leaves as it is; null clears. */
export interface AlteracaoDaInternacao {
  readonly medicoId?: number;
  readonly convenioId?: number | null;
  readonly cidEntrada?: string;
  readonly observacao?: string | null;
}
