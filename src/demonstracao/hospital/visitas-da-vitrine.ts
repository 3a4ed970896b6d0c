import { VITRINE } from '../vitrine.js';
import { PRECO_QUE_FALTOU } from './convenios.js';
import type { PerfilDoPaciente } from './pacientes.js';

const { leito, internacao, lancamento, convenio } = VITRINE;

/** Beds that the story needs besides those of the showcase: wards, and one for isolation. */
const OUTRO_LEITO = { altaPrevista: 11, altaClinica: 12, recente: 13, isolamento: 31 } as const;

const DIA = 24;

/** A stay that is the same in every fresh demonstration. Times in hours before it. */
export interface Visita {
  readonly leitoId: number;
  readonly quem: PerfilDoPaciente;
  readonly cid: string;
  readonly de: number;
  /** Absent, the patient is still in. */
  readonly ate?: number;
  readonly internacaoId?: number;
  readonly lancamentoId?: number;
}

/** The two free patients of the showcase come first, and so do their ids. */
export const VISITAS: readonly Visita[] = [
  {
    ...{ leitoId: leito.maisUmLivre, cid: 'N10', de: 14 * DIA, ate: 9 * DIA + 3 },
    quem: { sexo: 'F', idade: 46.2, convenioId: convenio },
    lancamentoId: lancamento.emitido,
  },
  {
    ...{ leitoId: leito.outroLivre, cid: 'E86', de: 130 * DIA, ate: 126 * DIA + 5 },
    quem: { sexo: 'M', idade: 59.7, convenioId: 2 },
  },
  {
    ...{ leitoId: leito.ocupado, cid: 'J189', de: 3 * DIA + 2, internacaoId: internacao.emCurso },
    quem: { sexo: 'M', idade: 68.3, convenioId: convenio },
  },
  {
    ...{
      leitoId: OUTRO_LEITO.altaPrevista,
      cid: 'I500',
      de: 6 * DIA,
      internacaoId: internacao.comAltaPrevista,
    },
    quem: { sexo: 'F', idade: 77.4, convenioId: 2 },
  },
  {
    ...{
      leitoId: OUTRO_LEITO.altaClinica,
      cid: 'N390',
      de: 5 * DIA,
      internacaoId: internacao.comAltaClinica,
    },
    quem: { sexo: 'F', idade: 64.9, convenioId: 4 },
  },
  {
    ...{ leitoId: leito.aguardandoLimpeza, cid: 'L031', de: 5 * DIA, ate: 3 },
    ...{ internacaoId: internacao.encerrada, quem: { sexo: 'F', idade: 71.8, convenioId: convenio } },
  },
  {
    ...{ leitoId: OUTRO_LEITO.recente, cid: 'A09', de: 0.8, internacaoId: internacao.recente },
    quem: { sexo: 'M', idade: 34.6, convenioId: convenio },
  },
  {
    ...{ leitoId: OUTRO_LEITO.isolamento, cid: 'J111', de: 26 * DIA, ate: 21 * DIA + 4 },
    ...{
      lancamentoId: lancamento.rascunho,
      quem: { sexo: 'M', idade: 63.4, convenioId: PRECO_QUE_FALTOU.convenioId },
    },
  },
  { leitoId: leito.emLimpeza, cid: 'I110', de: 6 * DIA, ate: 1.4, quem: { sexo: 'M', idade: 66.1 } },
  { leitoId: leito.livre, cid: 'D649', de: 4 * DIA, ate: 23, quem: { sexo: 'F', idade: 38.5 } },
];

/** Since how many hours before the demonstration these beds wait for it as they are, without anybody's care. */
export const LEITOS_PARADOS: readonly { readonly leitoId: number; readonly horas: number }[] = [
  { leitoId: leito.aguardandoLimpeza, horas: 4 },
  { leitoId: leito.emLimpeza, horas: 2 },
  { leitoId: leito.bloqueado, horas: 49 },
  { leitoId: leito.emManutencao, horas: 27 },
];

/** And since how many hours chance leaves these alone. */
export const LEITOS_GUARDADOS: readonly { readonly leitoId: number; readonly horas: number }[] = [
  ...LEITOS_PARADOS,
  { leitoId: leito.livre, horas: 23 },
  { leitoId: leito.outroLivre, horas: 9 },
  { leitoId: leito.maisUmLivre, horas: 14 },
  { leitoId: leito.reservado, horas: 1 },
  { leitoId: leito.desativado, horas: 58 * DIA },
];
