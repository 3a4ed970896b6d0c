/** What went wrong, in the product's words; `plataforma/http` maps each kind to one status code. */
export type TipoDeErro =
  | 'requisicao_ilegivel' // 400
  | 'nao_autenticado' // 401
  | 'proibido' // 403
  | 'nao_encontrado' // 404
  | 'conflito' // 409
  | 'versao_obsoleta' // 412
  | 'invalido' // 422, a field's value
  | 'regra_violada' // 422, a rule over the whole
  | 'excesso' // 429
  | 'indisponivel'; // 503

/** One refused thing; `campo` names the offending body or query field, when there is one. */
export interface ItemDeErro {
  codigo: string;
  mensagem: string;
  campo?: string;
}

/**
 * The only error that rules and use cases throw. `codigo` is stable (`MODULO.MOTIVO`), `message` is
 * Brazilian Portuguese for the person who reads it and carries ids only, never names or clinical text.
 */
export class ErroDeDominio extends Error {
  readonly itens: readonly ItemDeErro[];

  constructor(
    readonly tipo: TipoDeErro,
    readonly codigo: string,
    mensagem: string,
    readonly campo?: string,
    itens?: readonly ItemDeErro[],
    /** After how many seconds it is worth trying again; null: soon. */
    readonly repetirEmS: number | null = null,
  ) {
    super(mensagem);
    this.name = 'ErroDeDominio';
    this.itens = itens ?? [{ codigo, mensagem, ...(campo === undefined ? {} : { campo }) }];
  }
}

/** The id of the path names nothing (404). */
export const naoEncontrado = (codigo: string, mensagem: string): ErroDeDominio =>
  new ErroDeDominio('nao_encontrado', codigo, mensagem);

/** The state or a uniqueness rule forbids it now (409). */
export const conflito = (codigo: string, mensagem: string, campo?: string): ErroDeDominio =>
  new ErroDeDominio('conflito', codigo, mensagem, campo);

/** A value of the body is wrong or names nothing (422). */
export const invalido = (codigo: string, mensagem: string, campo: string): ErroDeDominio =>
  new ErroDeDominio('invalido', codigo, mensagem, campo);

/** Well-formed, yet against a rule of the hospital (422). */
export const regraViolada = (codigo: string, mensagem: string, campo?: string): ErroDeDominio =>
  new ErroDeDominio('regra_violada', codigo, mensagem, campo);

/** Too much of it (429); `repetirEmS`: the seconds until there is room again. */
export const excesso = (codigo: string, mensagem: string, repetirEmS: number | null = null): ErroDeDominio =>
  new ErroDeDominio('excesso', codigo, mensagem, undefined, undefined, repetirEmS);
