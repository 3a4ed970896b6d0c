/** Each has its e-mail in `emails/` and its words in `modelos/`. */
export const TIPOS_DE_NOTIFICACAO = [
  'leito-liberado',
  'entrega-morta',
  'verificacao-de-email',
  'reenvio-da-verificacao',
  'boas-vindas',
  'redefinicao-de-senha',
  'senha-trocada',
  'cadastro-repetido',
  'pedido-respondido',
  'acesso-de-emergencia',
] as const;
export type TipoDeNotificacao = (typeof TIPOS_DE_NOTIFICACAO)[number];

export const CANAIS = ['EMAIL'] as const;
export type Canal = (typeof CANAIS)[number];

/** Ids, codes and instants from which the words are made at sending; nothing personal or clinical. */
export type DadosDaNotificacao = Readonly<Record<string, string | number | null>>;

export interface NovaNotificacao {
  readonly tipo: TipoDeNotificacao;
  readonly destinatario: string;
  /** What it is about, `leito:1`. */
  readonly referencia: string;
  /** Which occurrence of it: the id of the event, or the instant a reminder was due. */
  readonly ocorrencia: string;
  readonly dados: DadosDaNotificacao;
}

/** Why an attempt failed; `codigo` is one of ours, never what a server wrote. */
export interface Falha {
  readonly definitiva: boolean;
  readonly codigo: string;
}
