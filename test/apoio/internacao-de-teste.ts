import type {
  DadosDaAdmissao,
  DadosDaSolicitacao,
} from '../../src/modulos/internacoes/dominio/dados-da-internacao.js';
import type { Fato } from '../../src/modulos/internacoes/dominio/fato.js';
import { Internacao } from '../../src/modulos/internacoes/dominio/internacao.entity.js';

export const AGORA = new Date('2026-06-10T12:00:00.000Z');
export const PEDIDO = new Date('2026-05-31T09:00:00.000Z');
export const ENTRADA = new Date('2026-06-01T13:00:00.000Z');
export const DEPOIS = new Date('2026-06-05T12:00:00.000Z');
export const ALTA = { cidSaida: 'J180', motivoSaida: 'ALTA_MELHORADO' } as const;

export const fato = (em: Date, mais: Partial<Fato> = {}): Fato => ({ em, agora: AGORA, autorId: 9, ...mais });

const INICIAIS = {
  pacienteId: 3,
  medicoId: 4,
  convenioId: null,
  cidEntrada: 'J189',
  carater: 'URGENCIA',
  observacao: null,
} as const;

export const ADMISSAO: DadosDaAdmissao = { ...INICIAIS, leitoId: 5, setorId: 2 };
export const SOLICITACAO: DadosDaSolicitacao = {
  ...INICIAIS,
  tipoLeito: 'UTI_ADULTO',
  prioridade: 'URGENTE',
};

/** A stay as if it had been stored: nothing pending. */
export function guardada(internacao: Internacao, mais: Partial<Internacao> = {}): Internacao {
  internacao.id = 7;
  internacao.extrairEventos();
  internacao.extrairMovimentacoes();
  return Object.assign(internacao, mais);
}

/** A patient who is in since ENTRADA. */
export const emCurso = (mais: Partial<Internacao> = {}): Internacao =>
  guardada(Internacao.admitir(ADMISSAO, fato(ENTRADA)), mais);

/** A patient who waits since PEDIDO. */
export const naFila = (mais: Partial<Internacao> = {}): Internacao =>
  guardada(Internacao.solicitar(SOLICITACAO, fato(PEDIDO)), mais);
