import { MaquinaDeEstados } from '../../../plataforma/dominio/maquina-de-estados.js';

export const STATUS_DE_CONTA = ['ABERTA', 'FECHADA', 'CANCELADA'] as const;
export type StatusDaConta = (typeof STATUS_DE_CONTA)[number];

export type AcaoDaConta = 'fechar' | 'reabrir' | 'cancelar';

/** The account follows its stay: nobody moves it by hand. */
export const ESTADOS_DA_CONTA = new MaquinaDeEstados<StatusDaConta, AcaoDaConta>(
  'conta',
  'A conta de uma internação, da entrada à saída do paciente.',
  { ABERTA: 'aberta', FECHADA: 'fechada', CANCELADA: 'cancelada' },
  ['ABERTA'],
  [
    { de: 'ABERTA', acao: 'fechar', para: 'FECHADA', quando: 'o paciente saiu' },
    { de: 'FECHADA', acao: 'reabrir', para: 'ABERTA', quando: 'a alta foi desfeita e nada foi pago' },
    { de: 'ABERTA', acao: 'cancelar', para: 'CANCELADA', quando: 'a internação foi cancelada' },
    { de: 'FECHADA', acao: 'cancelar', para: 'CANCELADA', quando: 'a internação foi cancelada' },
  ],
  [],
);
