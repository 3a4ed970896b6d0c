import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import { Contagem } from '../../../caos/contagem.js';
import { type Conduta, Roteiro, roteiroDeMensagens } from '../../../caos/correio/conduta.js';
import { ServidorHostil } from '../../../caos/correio/servidor-hostil.js';
import { Sorteio } from '../../../src/demonstracao/hospital/sorteio.js';
import { eventualmente } from '../../apoio/eventualmente.js';

let servidor: ServidorHostil;
let cometidas: Contagem;

beforeEach(async () => {
  cometidas = new Contagem();
  servidor = await ServidorHostil.abrir(cometidas);
});
afterEach(() => servidor.sair());

/** What the sender learns: null when it was told that the message was taken. */
async function enviar(messageId = '<um@teste>'): Promise<string | null> {
  const carteiro = nodemailer.createTransport({
    host: '127.0.0.1',
    port: servidor.porta,
    opportunisticTLS: true,
    tls: { rejectUnauthorized: false },
    greetingTimeout: 100,
    socketTimeout: 300,
  });
  try {
    await carteiro.sendMail({ from: 'a@teste', to: 'b@teste', messageId, text: 'oi\n.\nfim' });
    return null;
  } catch (erro) {
    const { responseCode, code } = erro as { responseCode?: number; code?: string };
    return String(responseCode ?? code);
  }
}

const aceitas = (): [string, boolean][] =>
  servidor.aceitas.map(({ messageId, avisada }) => [messageId, avisada]);

describe('servidor de e-mail hostil', () => {
  it('deve portar-se bem quando o roteiro acaba, e guardar o que aceitou', async () => {
    expect(await enviar()).toBeNull();
    await eventualmente(() => expect(aceitas()).toEqual([['<um@teste>', true]]));
    expect([servidor.ocupado, servidor.tentadas]).toEqual([false, 1]);
  });

  it.each<[Conduta, string]>([
    [{ tipo: 'responder', etapa: 'mail', codigo: 451 }, '451'],
    [{ tipo: 'responder', etapa: 'rcpt', codigo: 550 }, '550'],
    [{ tipo: 'responder', etapa: 'data', codigo: 452 }, '452'],
    [{ tipo: 'responder', etapa: 'corpo', codigo: 554 }, '554'],
    [{ tipo: 'responder', etapa: 'corpo', codigo: 421 }, '421'],
    [{ tipo: 'cair', etapa: 'rcpt' }, 'ECONNECTION'],
    [{ tipo: 'cair-no-meio' }, 'ECONNECTION'],
    [{ tipo: 'travar', etapa: 'data' }, 'ETIMEDOUT'],
  ])('deve recusar sem aceitar: %j', async (conduta, visto) => {
    servidor.mensagens = new Roteiro([conduta]);
    expect(await enviar()).toBe(visto);
    expect(aceitas()).toEqual([]);
    expect(await enviar()).toBeNull();
  });

  it.each<Conduta>([{ tipo: 'aceitar-e-cair' }, { tipo: 'aceitar-e-travar' }])(
    'deve ficar com a mensagem sem que o remetente saiba: %j',
    async (conduta) => {
      servidor.mensagens = new Roteiro([conduta]);
      expect(await enviar()).not.toBeNull();
      expect(aceitas()).toEqual([['<um@teste>', false]]);
    },
  );

  it('deve avisar letra por letra', async () => {
    servidor.mensagens = new Roteiro([{ tipo: 'gotejar', msPorLetra: 5 }]);
    expect(await enviar()).toBeNull();
    await eventualmente(() => expect(aceitas()).toEqual([['<um@teste>', true]]));
  });

  it.each<[Conduta, RegExp]>([
    [{ tipo: 'responder', etapa: 'saudacao', codigo: 554 }, /554/],
    [{ tipo: 'cair', etapa: 'saudacao' }, /ECONNECTION|ESOCKET/],
    [{ tipo: 'travar', etapa: 'saudacao' }, /ETIMEDOUT/],
    [{ tipo: 'cifra-quebrada' }, /ETLS|ESOCKET|ECONNECTION/],
  ])('deve receber mal quem se conecta: %j', async (conduta, visto) => {
    servidor.conexoes = new Roteiro([conduta]);
    expect(await enviar()).toMatch(visto);
    expect(servidor.tentadas).toBe(0);
    expect(cometidas.toString()).not.toBe('');
    expect(await enviar()).toBeNull();
  });

  it('deve sair, recusando conexões, e voltar na mesma porta', async () => {
    const { porta } = servidor;
    await servidor.sair();
    expect(await enviar()).toBe('ESOCKET');
    await servidor.voltar();
    expect(servidor.porta).toBe(porta);
    expect(await enviar()).toBeNull();
  });
});

describe('roteiro de mensagens', () => {
  const tirar = (semente: number): string[] => {
    const roteiro = roteiroDeMensagens(new Sorteio(semente), 100, 2);
    const condutas: string[] = [];
    while (!roteiro.acabou) condutas.push(JSON.stringify(roteiro.proxima()));
    return condutas;
  };

  it('deve ser o mesmo para a mesma semente e outro para outra', () => {
    expect(tirar(1)).toEqual(tirar(1));
    expect(tirar(1)).not.toEqual(tirar(2));
  });

  it('deve ter de tudo: temporárias, definitivas e incertas', () => {
    const condutas = tirar(3);
    for (const parte of [
      '"codigo":451',
      '"codigo":550',
      'aceitar-e-cair',
      'cair-no-meio',
      'gotejar',
      'travar',
    ])
      expect(condutas.filter((conduta) => conduta.includes(parte)).length).toBeGreaterThan(0);
  });
});
