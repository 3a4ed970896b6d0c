import { MaquinaDeEstados } from '../../../plataforma/dominio/maquina-de-estados.js';

export const STATUS_DE_NOTIFICACAO = [
  'CRIADA',
  'AGENDADA',
  'NA_FILA',
  'ENVIANDO',
  'ENVIADA',
  'FALHA_TEMPORARIA',
  'FALHA_DEFINITIVA',
  'SUPRIMIDA',
  'CANCELADA',
  'EXPIRADA',
] as const;
export type StatusDeNotificacao = (typeof STATUS_DE_NOTIFICACAO)[number];

export type AcaoDeNotificacao =
  | 'agendar'
  | 'enfileirar'
  | 'suprimir'
  | 'cancelar'
  | 'expirar'
  | 'iniciar-envio'
  | 'confirmar-envio'
  | 'falhar'
  | 'voltar-a-fila'
  | 'desistir'
  | 'reenviar';

/** The way of a notice, DOMINIO §2. Only `reenviar` is for people; the system makes every other move. */
export const MAQUINA_DE_NOTIFICACAO = new MaquinaDeEstados<StatusDeNotificacao, AcaoDeNotificacao>(
  'notificacao',
  'O caminho de uma notificação, da criação à entrega ao servidor de e-mail.',
  {
    CRIADA: 'criada',
    AGENDADA: 'agendada',
    NA_FILA: 'na fila',
    ENVIANDO: 'em envio',
    ENVIADA: 'enviada',
    FALHA_TEMPORARIA: 'em falha temporária',
    FALHA_DEFINITIVA: 'em falha definitiva',
    SUPRIMIDA: 'suprimida',
    CANCELADA: 'cancelada',
    EXPIRADA: 'expirada',
  },
  ['CRIADA'],
  [
    { de: 'CRIADA', acao: 'agendar', para: 'AGENDADA', quando: 'o momento de avisar ainda não chegou' },
    { de: 'CRIADA', acao: 'enfileirar', para: 'NA_FILA' },
    { de: 'AGENDADA', acao: 'enfileirar', para: 'NA_FILA' },
    ...antesDeSair('suprimir', 'SUPRIMIDA', 'é repetida, não interessa mais ou não há endereço'),
    ...antesDeSair('cancelar', 'CANCELADA', 'o que a motivou foi cancelado'),
    ...antesDeSair('expirar', 'EXPIRADA', 'passou da validade'),
    { de: 'NA_FILA', acao: 'iniciar-envio', para: 'ENVIANDO' },
    { de: 'ENVIANDO', acao: 'confirmar-envio', para: 'ENVIADA' },
    { de: 'ENVIANDO', acao: 'falhar', para: 'FALHA_TEMPORARIA', quando: 'tentar de novo pode dar certo' },
    { de: 'ENVIANDO', acao: 'falhar', para: 'FALHA_DEFINITIVA', quando: 'o servidor recusou para sempre' },
    { de: 'FALHA_TEMPORARIA', acao: 'voltar-a-fila', para: 'NA_FILA', quando: 'ainda há tentativas' },
    { de: 'FALHA_TEMPORARIA', acao: 'desistir', para: 'FALHA_DEFINITIVA', quando: 'as tentativas acabaram' },
    { de: 'FALHA_DEFINITIVA', acao: 'reenviar', para: 'NA_FILA' },
  ],
);

function antesDeSair(acao: AcaoDeNotificacao, para: StatusDeNotificacao, quando: string) {
  return (['CRIADA', 'AGENDADA', 'NA_FILA'] as const).map((de) => ({ de, acao, para, quando }));
}
