/** What an earlier answer said: `/data/id` of its body, or a header of it. */
export interface Referencia {
  readonly $de: number;
  readonly $onde: string;
}

/** A number or other token that JSON.stringify would not write: `1e400`. */
export interface Cru {
  readonly $cru: string;
}

/** JSON with references to earlier answers in it, so that it can be sent to any server and after any cut. */
export type Valor =
  | null
  | boolean
  | number
  | string
  | Referencia
  | Cru
  | readonly Valor[]
  | { readonly [campo: string]: Valor };

export type Corpo =
  /** `inicio` in the place of the first brace: a key twice, a mark before the text. */
  | { readonly json: Valor; readonly inicio?: string }
  /** Text as it is, each piece so many times. */
  | { readonly pedacos: readonly { readonly texto: string; readonly vezes: number }[] };

/** Who asks: nobody, somebody whose token is rubbish, or one of those made for it, by their first role. */
export type Quem = 'NINGUEM' | 'IMPOSTOR' | 'ADMIN' | 'OUTRO_ADMIN' | (string & {});

export type Especie = 'valido' | 'mutado' | 'hostil' | 'sonda';

/** One request and what must come of it. Plain data: a file of steps is a regression. */
export interface Passo {
  readonly numero: number;
  /** Key of the operation it is meant for. */
  readonly operacao: string;
  readonly especie: Especie;
  /** What is done to it, in a few words: `enum: sexo`. */
  readonly tecnica: string;
  readonly quem: Quem;
  readonly metodo: string;
  readonly caminho: readonly (string | Referencia)[];
  readonly cabecalhos?: Readonly<Record<string, string | Referencia>>;
  readonly corpo?: Corpo;
  /** The only statuses that are right; absent: any success, or a refusal with a reason of the business. */
  readonly espera?: readonly number[];
  /** The step whose answer this one must repeat, changing nothing. */
  readonly repete?: number;
  /** The step whose record this reading shows. */
  readonly releitura?: { readonly de: number; readonly inativo?: boolean };
  /** A step that must have come before, though nothing of it is said: what made a version stale. */
  readonly depoisDe?: number;
  /** The step whose next page this one asks for. */
  readonly continua?: number;
}

export const eReferencia = (valor: unknown): valor is Referencia =>
  typeof valor === 'object' && valor !== null && '$de' in valor && '$onde' in valor;

export const eCru = (valor: unknown): valor is Cru =>
  typeof valor === 'object' && valor !== null && '$cru' in valor;

/** The steps that this one refers to. */
export function referidos(valor: unknown): number[] {
  if (eReferencia(valor)) return [valor.$de];
  if (typeof valor !== 'object' || valor === null) return [];
  return Object.values(valor).flatMap(referidos);
}

/** The step beside whose answer this one's is judged. */
export const anteriorDe = ({ repete, releitura, continua }: Passo): number | undefined =>
  repete ?? releitura?.de ?? continua;

export const dependencias = (passo: Passo): number[] => [
  ...referidos([passo.caminho, passo.cabecalhos, passo.corpo]),
  ...[anteriorDe(passo), passo.depoisDe].filter((numero) => numero !== undefined),
];

/** With an id in the place of every reference, and the largest number in that of what is no JSON: to be judged by a schema. */
export function semReferencias(valor: Valor): unknown {
  if (eReferencia(valor)) return 1;
  if (eCru(valor)) return Number(valor.$cru);
  if (Array.isArray(valor)) return valor.map((item: Valor) => semReferencias(item));
  if (typeof valor !== 'object' || valor === null) return valor;
  return Object.fromEntries(
    Object.entries(valor as Readonly<Record<string, Valor>>).map(([nome, v]) => [nome, semReferencias(v)]),
  );
}
