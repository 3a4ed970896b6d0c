import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';
import type { Carater } from './carater.js';
import type { MotivoConhecido } from './motivo-de-saida.js';
import type { Prioridade } from './prioridade.js';

/** The table of diagnoses in force; kept beside each code, for the day another comes. */
export const TABELA_DE_CID = { sistema: 'CID-10', versao: '2008' } as const;

/** What is known of a stay from its very beginning. */
export interface DadosIniciais {
  readonly pacienteId: number;
  readonly medicoId: number;
  readonly convenioId: number | null;
  readonly cidEntrada: string;
  readonly carater: Carater;
  readonly observacao: string | null;
}

export interface DadosDaSolicitacao extends DadosIniciais {
  readonly tipoLeito: TipoDeLeito;
  readonly prioridade: Prioridade;
}

export interface DadosDaAdmissao extends DadosIniciais {
  readonly leitoId: number;
  /** The setor of that bed. */
  readonly setorId: number | null;
}

export interface DadosDaAlta {
  readonly cidSaida: string;
  readonly motivoSaida: MotivoConhecido;
  /** Who discharged; absent, the doctor of the stay. */
  readonly medicoId?: number;
}

export interface DadosDaReabertura {
  readonly motivo: string;
  /** Until how long after the exit it may be undone. */
  readonly prazoHoras: number;
  /** When the patient entered the bed he goes on in. */
  readonly noLeitoDesde: Date;
}

/** Absent leaves as it is; null clears. */
export interface AlteracaoDaInternacao {
  /** Of a request that still waits. */
  readonly prioridade?: Prioridade;
  readonly tipoLeito?: TipoDeLeito;
  readonly medicoId?: number;
  readonly convenioId?: number | null;
  readonly cidEntrada?: string;
  readonly observacao?: string | null;
}
