import { conflito, type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';

/** Why a stay cannot be found, born or kept, in the words of the person who is trying. */
export const internacaoNaoEncontrada = (id: number): ErroDeDominio =>
  naoEncontrado('INTERNACAO.NAO_ENCONTRADA', `A internação ${id} não existe.`);

export const solicitacaoNaoEncontrada = (id: number): ErroDeDominio =>
  naoEncontrado('INTERNACAO.SOLICITACAO_NAO_ENCONTRADA', `O pedido de leito ${id} não existe.`);

export const pacienteJaInternado = (): ErroDeDominio =>
  conflito(
    'INTERNACAO.PACIENTE_JA_INTERNADO',
    'O paciente já está internado. Transfira-o ou dê alta antes de internar de novo.',
    'pacienteId',
  );

export const internadoDeNovo = (): ErroDeDominio =>
  conflito(
    'INTERNACAO.PACIENTE_JA_INTERNADO',
    'O paciente está internado de novo: a alta anterior não pode mais ser desfeita.',
  );

export const solicitacaoAberta = (id: number): ErroDeDominio =>
  conflito(
    'INTERNACAO.SOLICITACAO_ABERTA',
    `O paciente já espera por um leito (pedido ${id}). Admita-o por esse pedido, ou cancele-o antes.`,
    'pacienteId',
  );

export const periodoSobreposto = (): ErroDeDominio =>
  conflito(
    'INTERNACAO.PERIODO_SOBREPOSTO',
    'O paciente tem outra internação nesse período. Confira as datas informadas e o histórico dele.',
    'admitidaEm',
  );

/** The row is held, so it can only be a row changed outside a unit of work. */
export const alteradaAoMesmoTempo = (id: number): ErroDeDominio =>
  conflito(
    'INTERNACAO.ALTERADA_AO_MESMO_TEMPO',
    `A internação ${id} mudou enquanto o pedido era atendido. Consulte-a e tente de novo.`,
  );
