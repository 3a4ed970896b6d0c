import { conflito, type ErroDeDominio, invalido } from '../../../plataforma/erros/erro-de-dominio.js';

/** Why a bed cannot be kept for somebody. */
export const pacienteJaTemReserva = (): ErroDeDominio =>
  conflito(
    'LEITO.PACIENTE_JA_TEM_RESERVA',
    'Este paciente já tem um leito reservado. Cancele a outra reserva antes.',
    'pacienteId',
  );

export const solicitacaoNaoEncontrada = (solicitacaoId: number): ErroDeDominio =>
  invalido(
    'LEITO.SOLICITACAO_NAO_ENCONTRADA',
    `Não há solicitação de leito ${solicitacaoId}.`,
    'solicitacaoId',
  );

export const solicitacaoEncerrada = (solicitacaoId: number): ErroDeDominio =>
  invalido(
    'LEITO.SOLICITACAO_ENCERRADA',
    `A solicitação ${solicitacaoId} já foi atendida, recusada ou cancelada.`,
    'solicitacaoId',
  );

export const solicitacaoDeOutroPaciente = (solicitacaoId: number): ErroDeDominio =>
  invalido(
    'LEITO.SOLICITACAO_DE_OUTRO_PACIENTE',
    `A solicitação ${solicitacaoId} é de outro paciente. Informe só a solicitação, ou o paciente dela.`,
    'pacienteId',
  );
