export type Json = string | number | boolean | null | readonly Json[] | { readonly [campo: string]: Json };

/** What an answer must be. What is not named may be anything; a list must hold the items named, among others. */
export interface Espera {
  readonly status: number;
  readonly data?: Json;
  /** How many items `data` must have. */
  readonly quantos?: number;
  /** Code of the refusal. */
  readonly codigo?: string;
  readonly cabecalhos?: Readonly<Record<string, string>>;
  /** What the body must contain, where it is a page or plain text. */
  readonly texto?: string;
}

/**
 * One request of the story. `{nome}`, anywhere in it, is what an earlier step kept under that name; of an
 * instant, `{nome-72h}` and `{nome+20min}` are that much before and after.
 */
export interface Passo {
  readonly oQue: string;
  /** Method and path. */
  readonly pedido: `${'GET' | 'POST' | 'PATCH'} /${string}`;
  readonly cabecalhos?: Readonly<Record<string, string>>;
  readonly corpo?: Json;
  readonly espera: Espera;
  /** Asks again until the answer is the expected one: it comes from a reaction. */
  readonly insiste?: true;
  /** The interesting part: fields of `data` (of each item, in a list), or what to find in a text (all of it with `g`). */
  readonly mostra?: readonly string[] | RegExp;
  /** Names for the next steps: of fields of `data` (`id`, `0.id`), or of a header (`@ETag`). */
  readonly guarda?: Readonly<Record<string, string>>;
  /** An answer that is right too, and ends the chapter here. */
  readonly dispensa?: { readonly resposta: Espera; readonly porque: string };
  /** What to do about an answer that is not the expected one. */
  readonly dica?: string;
}

export interface Capitulo {
  readonly titulo: string;
  /** What is about to happen, and why it matters. */
  readonly frase: string;
  readonly passos: readonly Passo[];
}
