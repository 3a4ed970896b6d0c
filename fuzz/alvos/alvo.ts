import type { Linha, Motor } from '../../ferramentas/apoio/base.js';

/** A running product, and a way to look into its database past it. */
export interface Alvo {
  readonly motor: Motor;
  readonly url: string;
  readonly admin: { readonly email: string; readonly senha: string };
  consultar(sql: string): Promise<Linha[]>;
}
