import { MaquinaDeEstados, type Transicao } from '../../../plataforma/dominio/maquina-de-estados.js';

export const STATUS_DE_LANCAMENTO = [
  'RASCUNHO',
  'EMITIDO',
  'PARCIALMENTE_PAGO',
  'PAGO',
  'VENCIDO',
  'EM_COBRANCA',
  'GLOSADO',
  'EM_RECURSO',
  'RENEGOCIADO',
  'CANCELADO',
  'ESTORNADO',
] as const;
export type StatusDoLancamento = (typeof STATUS_DE_LANCAMENTO)[number];

export type AcaoDoLancamento =
  | 'emitir'
  | 'registrar-pagamento'
  | 'vencer'
  | 'cobrar'
  | 'glosar'
  | 'recorrer'
  | 'decidir-recurso'
  | 'renegociar'
  | 'cancelar'
  | 'estornar';

type Movimento = Transicao<StatusDoLancamento, AcaoDoLancamento>;

/** Payments are taken while something is owed and nobody disputes it. */
const pagamentos = (['EMITIDO', 'PARCIALMENTE_PAGO', 'VENCIDO', 'EM_COBRANCA'] as const).flatMap(
  (de): Movimento[] => [
    { de, acao: 'registrar-pagamento', para: 'PARCIALMENTE_PAGO', quando: 'ainda resta saldo' },
    { de, acao: 'registrar-pagamento', para: 'PAGO', quando: 'o saldo foi quitado' },
  ],
);

/** What still stands can be reversed; who issued it by hand leaves that to somebody else. */
const estornos = (
  [
    ...(['RASCUNHO', 'EMITIDO', 'PARCIALMENTE_PAGO', 'PAGO'] as const),
    ...(['VENCIDO', 'EM_COBRANCA', 'GLOSADO', 'EM_RECURSO'] as const),
  ] as const
).map((de): Movimento => ({
  de,
  acao: 'estornar',
  para: 'ESTORNADO',
  quando: 'quem estorna não é quem emitiu',
}));

/** A charge, from draft to its end (DOMINIO §2). */
export const ESTADOS_DO_LANCAMENTO = new MaquinaDeEstados<StatusDoLancamento, AcaoDoLancamento>(
  'lancamento',
  'A cobrança de uma conta, do rascunho ao pagamento ou ao estorno.',
  {
    RASCUNHO: 'em rascunho',
    EMITIDO: 'emitido',
    PARCIALMENTE_PAGO: 'parcialmente pago',
    PAGO: 'pago',
    VENCIDO: 'vencido',
    EM_COBRANCA: 'em cobrança',
    GLOSADO: 'glosado',
    EM_RECURSO: 'em recurso',
    RENEGOCIADO: 'renegociado',
    CANCELADO: 'cancelado',
    ESTORNADO: 'estornado',
  },
  ['RASCUNHO'],
  [
    { de: 'RASCUNHO', acao: 'emitir', para: 'EMITIDO', quando: 'há valor e nenhuma linha está sem preço' },
    ...pagamentos,
    { de: 'EMITIDO', acao: 'vencer', para: 'VENCIDO', quando: 'o vencimento passou' },
    { de: 'PARCIALMENTE_PAGO', acao: 'vencer', para: 'VENCIDO', quando: 'o vencimento passou' },
    { de: 'VENCIDO', acao: 'cobrar', para: 'EM_COBRANCA' },
    { de: 'EMITIDO', acao: 'glosar', para: 'GLOSADO', quando: 'quem paga é um convênio' },
    { de: 'VENCIDO', acao: 'glosar', para: 'GLOSADO', quando: 'quem paga é um convênio' },
    { de: 'GLOSADO', acao: 'recorrer', para: 'EM_RECURSO' },
    { de: 'EM_RECURSO', acao: 'decidir-recurso', para: 'EMITIDO', quando: 'o convênio reconhece o valor' },
    { de: 'EM_RECURSO', acao: 'decidir-recurso', para: 'CANCELADO', quando: 'a glosa é mantida' },
    { de: 'VENCIDO', acao: 'renegociar', para: 'RENEGOCIADO' },
    { de: 'EM_COBRANCA', acao: 'renegociar', para: 'RENEGOCIADO' },
    { de: 'RASCUNHO', acao: 'cancelar', para: 'CANCELADO' },
    { de: 'EMITIDO', acao: 'cancelar', para: 'CANCELADO', quando: 'nada foi pago' },
    ...estornos,
  ],
  // The others have no route yet.
  ['emitir', 'estornar'],
);
