import { describe, expect, it } from '@jest/globals';
import {
  type AcaoDeNotificacao,
  MAQUINA_DE_NOTIFICACAO,
  STATUS_DE_NOTIFICACAO,
  type StatusDeNotificacao,
} from './estados-da-notificacao.js';

/** The whole machine, DOMINIO §2: anything absent is illegal. */
const LEGAIS: Partial<
  Record<StatusDeNotificacao, Partial<Record<AcaoDeNotificacao, StatusDeNotificacao[]>>>
> = {
  CRIADA: {
    agendar: ['AGENDADA'],
    enfileirar: ['NA_FILA'],
    suprimir: ['SUPRIMIDA'],
    cancelar: ['CANCELADA'],
    expirar: ['EXPIRADA'],
  },
  AGENDADA: {
    enfileirar: ['NA_FILA'],
    suprimir: ['SUPRIMIDA'],
    cancelar: ['CANCELADA'],
    expirar: ['EXPIRADA'],
  },
  NA_FILA: {
    'iniciar-envio': ['ENVIANDO'],
    suprimir: ['SUPRIMIDA'],
    cancelar: ['CANCELADA'],
    expirar: ['EXPIRADA'],
  },
  ENVIANDO: { 'confirmar-envio': ['ENVIADA'], falhar: ['FALHA_TEMPORARIA', 'FALHA_DEFINITIVA'] },
  FALHA_TEMPORARIA: { 'voltar-a-fila': ['NA_FILA'], desistir: ['FALHA_DEFINITIVA'] },
  FALHA_DEFINITIVA: { reenviar: ['NA_FILA'] },
};

const ACOES: AcaoDeNotificacao[] = [
  'agendar',
  'enfileirar',
  'suprimir',
  'cancelar',
  'expirar',
  'iniciar-envio',
  'confirmar-envio',
  'falhar',
  'voltar-a-fila',
  'desistir',
  'reenviar',
];

const casos = STATUS_DE_NOTIFICACAO.flatMap((de) =>
  ACOES.map((acao) => [de, acao, LEGAIS[de]?.[acao] ?? []] as const),
);
const mover = (de: StatusDeNotificacao, acao: AcaoDeNotificacao, para?: StatusDeNotificacao) =>
  MAQUINA_DE_NOTIFICACAO.mover(de, acao, 'NOTIFICACAO.X', 'A notificação 1', para);

describe('estados da notificação', () => {
  it.each(casos.filter(([, , destinos]) => destinos.length > 0))(
    'deve ir de %s por %s a %j',
    (de, acao, destinos) => {
      expect(destinos.map((para) => mover(de, acao, para))).toEqual(destinos);
    },
  );

  it.each(casos.filter(([, , destinos]) => destinos.length === 0))('deve recusar, em %s, %s', (de, acao) => {
    expect(() => mover(de, acao)).toThrow(
      expect.objectContaining({ tipo: 'conflito', codigo: 'NOTIFICACAO.X' }),
    );
  });

  it('deve começar em CRIADA e deixar imutáveis as que terminaram', () => {
    expect(MAQUINA_DE_NOTIFICACAO.iniciais).toEqual(['CRIADA']);
    const terminais = STATUS_DE_NOTIFICACAO.filter(
      (status) => MAQUINA_DE_NOTIFICACAO.acoesDe(status).length === 0,
    );
    expect(terminais).toEqual(['ENVIADA', 'SUPRIMIDA', 'CANCELADA', 'EXPIRADA']);
  });
});
