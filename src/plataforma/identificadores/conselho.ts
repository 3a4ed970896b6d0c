import { removerMascara } from './mascara.js';

/** The 26 states and the Distrito Federal. */
// prettier-ignore
export const UFS = [
  'AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA',
  'PB', 'PE', 'PI', 'PR', 'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO',
] as const;
export type Uf = (typeof UFS)[number];

/**
 * Number of a registration by council, already normalised. Only CRM has a rule of ours; no council
 * publishes a national format, so the others are the usual shapes with their category at the end
 * (COREN: ENF enfermeiro, TEC técnico, AUX auxiliar; CREFITO: F or TO; P provisional), kept wide.
 */
const NUMERO_POR_CONSELHO = {
  CRM: /^\d{1,7}$/,
  COREN: /^\d{1,7}(ENF|TEC|AUX|OBST)?$/,
  CRO: /^\d{1,6}$/,
  CRP: /^(0[1-9]|1\d|2[0-4])\d{1,6}$/,
  CRN: /^\d{1,7}[PT]?$/,
  CREFITO: /^\d{1,7}(F|TO)?$/,
  CRF: /^\d{1,7}$/,
  CRFA: /^\d{1,7}$/,
  CRESS: /^\d{1,7}$/,
  CRBIO: /^\d{1,8}[DP]?$/,
  CRBM: /^\d{1,7}$/,
  CREF: /^\d{1,7}[GP]?$/,
  CRMV: /^\d{1,7}$/,
  CRTR: /^\d{1,7}[TN]?$/,
} as const satisfies Record<string, RegExp>;

/** Professional council of health, by its letters; the registration is unique by council, number and UF. */
export type Conselho = keyof typeof NUMERO_POR_CONSELHO;
export const CONSELHOS = Object.keys(NUMERO_POR_CONSELHO) as readonly Conselho[];

export const normalizarConselho = (texto: string): string => removerMascara(texto);

export const conselhoValido = (normalizado: string): normalizado is Conselho =>
  Object.hasOwn(NUMERO_POR_CONSELHO, normalizado);

export const normalizarUf = (texto: string): string => removerMascara(texto);

export const ufValida = (normalizado: string): normalizado is Uf =>
  (UFS as readonly string[]).includes(normalizado);

/** `123.456-TE` → `123456TEC`: COREN's two spellings of a category must not become two registrations. */
export function normalizarNumeroConselho(texto: string): string {
  return removerMascara(texto)
    .replace(/^(\d+)TE$/, '$1TEC')
    .replace(/^(\d+)AE$/, '$1AUX');
}

/** The council's own pattern, and not zero. There is no check digit, and `22` is somebody's CRM. */
export function numeroConselhoValido(conselho: Conselho, normalizado: string): boolean {
  return NUMERO_POR_CONSELHO[conselho].test(normalizado) && /[1-9]/.test(normalizado);
}

/** `CRM`, `123456`, `SP` → `CRM-SP 123456`, as it goes on a document. */
export const mascararConselho = (conselho: Conselho, numero: string, uf: Uf): string =>
  `${conselho}-${uf} ${numero}`;
