import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../test/apoio/aplicacao-de-teste.js';
import { CorreioLocal } from './correio-local.js';
import { Correio } from './correio.js';

const MENSAGEM = {
  messageId: '<m-1@plantao>',
  para: 'a@hospital.local',
  assunto: 'Olá',
  html: '<p>Olá</p>',
  texto: 'Olá',
};

let app: AplicacaoDeTeste;
let correio: Correio;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  correio = app.app.get(Correio);
});

afterAll(() => app.encerrar());

const guardadas = () =>
  app.consultar('SELECT message_id, para, assunto, html, texto FROM correio_local ORDER BY id');

describe('correio local', () => {
  it('deve ser o correio de quem não configurou um servidor', () => {
    expect(correio).toBeInstanceOf(CorreioLocal);
  });

  it('deve guardar a mensagem, uma vez só, por mais que seja repetida ao mesmo tempo', async () => {
    await Promise.all(Array.from({ length: 10 }, () => correio.enviar(MENSAGEM)));
    await correio.enviar(MENSAGEM);
    expect(await guardadas()).toEqual([
      {
        message_id: MENSAGEM.messageId,
        para: MENSAGEM.para,
        assunto: MENSAGEM.assunto,
        html: MENSAGEM.html,
        texto: MENSAGEM.texto,
      },
    ]);
  });

  it.each([
    [{ para: 'a@b, c@d' }, 'ENDERECO_INVALIDO'],
    [{ assunto: 'a\nb' }, 'CABECALHO_INVALIDO'],
    [{ html: 'á'.repeat(30_001) }, 'MENSAGEM_GRANDE'],
    [{ texto: 'a'.repeat(60_001) }, 'MENSAGEM_GRANDE'],
  ])(
    'deve recusar para sempre, sem guardar, o que nenhum servidor aceitaria (%#)',
    async (trecho, codigo) => {
      const antes = await guardadas();
      await expect(
        correio.enviar({ ...MENSAGEM, messageId: '<m-2@plantao>', ...trecho }),
      ).rejects.toMatchObject({ definitiva: true, codigo });
      expect(await guardadas()).toEqual(antes);
    },
  );

  it('deve dizer que vale tentar de novo quando o banco não guarda', async () => {
    const unidade = { executar: () => Promise.reject(new Error('banco fora')) } as never;
    const semBanco = new CorreioLocal(unidade, app.relogio);
    await expect(semBanco.enviar(MENSAGEM)).rejects.toMatchObject({
      name: 'FalhaDeEnvio',
      definitiva: false,
      codigo: 'CAIXA_INDISPONIVEL',
    });
  });

  it('deve recusar-se a sair de dentro de uma transação', async () => {
    const antes = await guardadas();
    await expect(
      app.unidade.executar(() => correio.enviar({ ...MENSAGEM, messageId: '<m-3@plantao>' })),
    ).rejects.toThrow('outside transactions');
    expect(await guardadas()).toEqual(antes);
  });
});
