import { describe, expect, it } from '@jest/globals';
import { NotificacaoFalhou, ReenvioPedido } from '../contrato/eventos.js';
import { Notificacao } from './notificacao.entity.js';

const AGORA = new Date('2026-06-01T12:00:00.000Z');
const depois = (ms: number): Date => new Date(AGORA.getTime() + ms);
const HORA_MS = 3_600_000;
const TEMPORARIA = { definitiva: false, codigo: 'SMTP_451' };
const DEFINITIVA = { definitiva: true, codigo: 'SMTP_550' };
const semSorte = (): number => 0;

function nova(): Notificacao {
  const notificacao = Notificacao.paraJa(
    {
      tipo: 'leito-liberado',
      destinatario: 'a@b',
      referencia: 'leito:1',
      ocorrencia: 'e-1',
      dados: { leitoId: 1 },
    },
    AGORA,
  );
  notificacao.id = 7;
  return notificacao;
}

function emEnvio(): Notificacao {
  const notificacao = nova();
  notificacao.iniciarEnvio();
  return notificacao;
}

describe('notificação', () => {
  it('deve nascer na fila, devida já, sem tentativas', () => {
    expect(nova()).toMatchObject({
      status: 'NA_FILA',
      canal: 'EMAIL',
      tentativas: 0,
      criadaEm: AGORA,
      devidaEm: AGORA,
      enviadaEm: null,
      messageId: null,
      erro: null,
      versao: 1,
    });
  });

  it('deve contar a tentativa quando ela começa', () => {
    expect(emEnvio()).toMatchObject({
      status: 'ENVIANDO',
      tentativas: 1,
      messageId: expect.stringMatching(/^<notificacao-7-/),
    });
  });

  it('deve dizer-se enviada só depois de confirmada, sem o erro anterior', () => {
    const notificacao = emEnvio();
    notificacao.falhar(TEMPORARIA, AGORA, semSorte);
    notificacao.iniciarEnvio();
    expect(notificacao).toMatchObject({ erro: 'SMTP_451', enviadaEm: null });
    notificacao.confirmarEnvio(depois(5));
    expect(notificacao).toMatchObject({ status: 'ENVIADA', enviadaEm: depois(5), erro: null, tentativas: 2 });
  });

  it('deve voltar à fila com espera crescente e desistir na quinta falha temporária, avisando', () => {
    const notificacao = nova();
    const esperas = [];
    for (let i = 0; i < 5; i++) {
      notificacao.iniciarEnvio();
      esperas.push(notificacao.falhar(TEMPORARIA, AGORA, semSorte));
    }
    expect(esperas).toEqual([depois(60_000), depois(300_000), depois(1_800_000), depois(7_200_000), null]);
    expect(notificacao).toMatchObject({ status: 'FALHA_DEFINITIVA', tentativas: 5, erro: 'SMTP_451' });
    const eventos = notificacao.extrairEventos();
    expect(eventos).toHaveLength(1);
    expect(eventos[0]).toBeInstanceOf(NotificacaoFalhou);
    expect(eventos[0]).toMatchObject({
      agregado: { tipo: 'notificacao', id: 7, versao: 1 },
      dados: {
        notificacaoId: 7,
        tipo: 'leito-liberado',
        referencia: 'leito:1',
        tentativas: 5,
        codigo: 'SMTP_451',
      },
    });
  });

  it('deve desistir na primeira recusa definitiva, avisando sem dizer a quem', () => {
    const notificacao = emEnvio();
    expect(notificacao.falhar(DEFINITIVA, AGORA)).toBeNull();
    expect(notificacao).toMatchObject({ status: 'FALHA_DEFINITIVA', tentativas: 1, erro: 'SMTP_550' });
    expect(JSON.stringify(notificacao.extrairEventos())).not.toContain('a@b');
  });

  it('deve recomeçar inteira quando alguém pede que seja reenviada', () => {
    const notificacao = emEnvio();
    const { messageId } = notificacao;
    notificacao.falhar(DEFINITIVA, AGORA);
    notificacao.extrairEventos();
    notificacao.reenviar(depois(48 * HORA_MS));
    expect(notificacao).toMatchObject({
      status: 'NA_FILA',
      tentativas: 0,
      devidaEm: depois(48 * HORA_MS),
      criadaEm: AGORA,
    });
    expect(notificacao.extrairEventos()).toEqual([expect.any(ReenvioPedido)]);
    notificacao.iniciarEnvio();
    expect(notificacao.messageId).toBe(messageId);
  });

  it('deve recusar o reenvio do que não falhou de vez, dizendo como está', () => {
    expect(() => nova().reenviar(AGORA)).toThrow(
      'A notificação 7 está na fila: só uma em falha definitiva pode ser reenviada.',
    );
  });

  it('deve vencer só depois da validade, contada de quando era devida', () => {
    const notificacao = nova();
    expect(notificacao.venceu(24 * HORA_MS, depois(24 * HORA_MS))).toBe(false);
    expect(notificacao.venceu(24 * HORA_MS, depois(24 * HORA_MS + 1))).toBe(true);
    expect(notificacao.venceu(null, depois(9_999 * HORA_MS))).toBe(false);
    notificacao.expirar();
    expect(notificacao.status).toBe('EXPIRADA');
  });
});
