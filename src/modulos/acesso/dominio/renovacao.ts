/** For how long after its use a token may come again: clients race, and answers get lost. */
export const TOLERANCIA_MS = 10_000;

/** What is known of a token somebody presents, and of the session and person behind it. */
export interface TokenApresentado {
  readonly expiraEm: Date;
  readonly usadoEm: Date | null;
  readonly irmaoEmitido: boolean;
  readonly sessao: { readonly expiraEm: Date; readonly encerrada: boolean };
  readonly ativo: boolean;
}

/**
 * `RODAR`: its only use. `IRMAO`: again within the tolerance; one more is given. `REPETIDA`: and yet again; nothing
 * is given, nothing is ended. `REUSO`: again after the tolerance; who has it has stolen it, or was stolen from.
 */
export type Desfecho = 'RODAR' | 'IRMAO' | 'REPETIDA' | 'REUSO' | 'RECUSAR';

/** What to do with a token that renews a session (ASVS 5.0, 10.4.5; OAuth 2.0 BCP, RFC 9700 §4.14). */
export function desfechoDa({ sessao, ativo, ...token }: TokenApresentado, agora: Date): Desfecho {
  if (!ativo || sessao.encerrada || sessao.expiraEm <= agora) return 'RECUSAR';
  if (token.usadoEm === null) return token.expiraEm > agora ? 'RODAR' : 'RECUSAR';
  if (agora.getTime() - token.usadoEm.getTime() >= TOLERANCIA_MS) return 'REUSO';
  return token.irmaoEmitido ? 'REPETIDA' : 'IRMAO';
}
