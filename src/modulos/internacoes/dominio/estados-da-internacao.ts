import { MaquinaDeEstados } from '../../../plataforma/dominio/maquina-de-estados.js';

export const STATUS_DE_INTERNACAO = [
  'SOLICITADA',
  'INTERNADA',
  'ALTA_PREVISTA',
  'ALTA_CLINICA',
  'ENCERRADA',
  'CANCELADA',
  'RECUSADA',
] as const;
export type StatusDeInternacao = (typeof STATUS_DE_INTERNACAO)[number];

export type AcaoDeInternacao =
  | 'admitir'
  | 'recusar'
  | 'cancelar'
  | 'transferir'
  | 'prever-alta'
  | 'cancelar-previsao'
  | 'alta-clinica'
  | 'alta'
  | 'saida'
  | 'reabrir';

/** The stay of a patient (DOMINIO §2). `alta` runs in one call the steps that `alta-clinica` and `saida` separate. */
export const ESTADOS_DA_INTERNACAO = new MaquinaDeEstados<StatusDeInternacao, AcaoDeInternacao>(
  'internacao',
  'A estadia de um paciente, do pedido de vaga à saída do hospital.',
  {
    SOLICITADA: 'à espera de leito',
    INTERNADA: 'em curso',
    ALTA_PREVISTA: 'com alta prevista',
    ALTA_CLINICA: 'com alta clínica',
    ENCERRADA: 'encerrada',
    CANCELADA: 'cancelada',
    RECUSADA: 'recusada',
  },
  ['SOLICITADA', 'INTERNADA'],
  [
    { de: 'SOLICITADA', acao: 'admitir', para: 'INTERNADA' },
    { de: 'SOLICITADA', acao: 'recusar', para: 'RECUSADA' },
    { de: 'SOLICITADA', acao: 'cancelar', para: 'CANCELADA' },
    { de: 'INTERNADA', acao: 'transferir', para: 'INTERNADA' },
    { de: 'INTERNADA', acao: 'prever-alta', para: 'ALTA_PREVISTA' },
    { de: 'INTERNADA', acao: 'alta-clinica', para: 'ALTA_CLINICA' },
    { de: 'INTERNADA', acao: 'alta', para: 'ENCERRADA' },
    { de: 'INTERNADA', acao: 'cancelar', para: 'CANCELADA' },
    { de: 'ALTA_PREVISTA', acao: 'transferir', para: 'ALTA_PREVISTA' },
    { de: 'ALTA_PREVISTA', acao: 'prever-alta', para: 'ALTA_PREVISTA', quando: 'muda a previsão' },
    { de: 'ALTA_PREVISTA', acao: 'cancelar-previsao', para: 'INTERNADA' },
    { de: 'ALTA_PREVISTA', acao: 'alta-clinica', para: 'ALTA_CLINICA' },
    { de: 'ALTA_PREVISTA', acao: 'alta', para: 'ENCERRADA' },
    { de: 'ALTA_CLINICA', acao: 'alta', para: 'ENCERRADA' },
    { de: 'ALTA_CLINICA', acao: 'saida', para: 'ENCERRADA', quando: 'o paciente deixa o hospital' },
    {
      de: 'ENCERRADA',
      acao: 'reabrir',
      para: 'INTERNADA',
      quando: 'dentro do prazo, com o leito livre e a conta não paga',
    },
  ],
);

/** The patient is in the hospital and holds a bed. */
export const PRESENTES: readonly StatusDeInternacao[] = ['INTERNADA', 'ALTA_PREVISTA', 'ALTA_CLINICA'];

/** The patient waits for a bed or is in one: there is one such stay at a time. */
export const ABERTOS: readonly StatusDeInternacao[] = ['SOLICITADA', ...PRESENTES];

/** Nothing about the stay may be edited any more. */
export const TERMINAIS: readonly StatusDeInternacao[] = ['ENCERRADA', 'CANCELADA', 'RECUSADA'];
