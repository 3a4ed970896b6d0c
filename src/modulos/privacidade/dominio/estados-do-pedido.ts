import { MaquinaDeEstados } from '../../../plataforma/dominio/maquina-de-estados.js';

export const STATUS_DO_PEDIDO = ['ABERTO', 'ATENDIDO', 'RECUSADO'] as const;
export type StatusDoPedido = (typeof STATUS_DO_PEDIDO)[number];

export type AcaoDoPedido = 'atender' | 'recusar';

/** What the person asks of the hospital about the own data (LGPD art. 18), and what comes of it. */
export const ESTADOS_DO_PEDIDO = new MaquinaDeEstados<StatusDoPedido, AcaoDoPedido>(
  'pedido-de-privacidade',
  'O pedido que uma pessoa faz sobre os seus dados (LGPD, art. 18), até a resposta. O de eliminação nasce recusado.',
  { ABERTO: 'aberto', ATENDIDO: 'atendido', RECUSADO: 'recusado' },
  ['ABERTO', 'RECUSADO'],
  [
    { de: 'ABERTO', acao: 'atender', para: 'ATENDIDO' },
    { de: 'ABERTO', acao: 'recusar', para: 'RECUSADO' },
  ],
);
