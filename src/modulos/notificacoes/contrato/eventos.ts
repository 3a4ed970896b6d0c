import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDaFalha = {
  notificacaoId: number;
  tipo: string;
  referencia: string;
  tentativas: number;
  codigo: string;
};

/** A notice was given up: refused for ever, or out of attempts. People must look. */
@Evento<DadosDaFalha>({
  tipo: 'notificacoes.envio-falhou',
  versao: 1,
  descricao: 'O envio de uma notificação foi abandonado: recusado em definitivo ou sem mais tentativas.',
  campos: {
    notificacaoId: 'notificação que não saiu',
    tipo: 'tipo da notificação',
    referencia: 'de que ela trata, como leito:1',
    tentativas: 'quantas vezes foi tentada',
    codigo: 'motivo da última falha',
  },
})
export class NotificacaoFalhou extends EventoDeDominio<DadosDaFalha> {}

type DadosDoReenvio = { notificacaoId: number; tipo: string; referencia: string };

/** Somebody asked for a notice that had been given up to be sent again. */
@Evento<DadosDoReenvio>({
  tipo: 'notificacoes.reenvio-pedido',
  versao: 1,
  descricao: 'Alguém pediu que uma notificação abandonada fosse enviada de novo.',
  campos: {
    notificacaoId: 'notificação',
    tipo: 'tipo da notificação',
    referencia: 'de que ela trata, como leito:1',
  },
})
export class ReenvioPedido extends EventoDeDominio<DadosDoReenvio> {}
