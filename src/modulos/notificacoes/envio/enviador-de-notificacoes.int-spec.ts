import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { Avisos } from '../../../../test/apoio/avisos.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { ServidorSmtp } from '../../../../test/apoio/servidor-smtp.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import { Carteiro } from './carteiro.js';
import { EnviadorDeNotificacoes } from './enviador-de-notificacoes.js';
import { FilaDeEnvio } from './fila-de-envio.js';
import { SinalDeEnvio } from './sinal-de-envio.js';

const MINUTO_MS = 60_000;
const HORA_MS = 60 * MINUTO_MS;
/** The longest of each wait: jitter adds up to a fifth. */
const ESPERAS_MS = [1, 5, 30, 120].map((minutos) => minutos * MINUTO_MS * 1.2);

let smtp: ServidorSmtp;
let app: AplicacaoDeTeste;
let avisos: Avisos;

beforeAll(async () => {
  smtp = await ServidorSmtp.iniciar();
  app = await AplicacaoDeTeste.iniciar({ MAIL_SERVER: '127.0.0.1', MAIL_PORT: String(smtp.porta) });
  avisos = new Avisos(app);
});

afterAll(async () => {
  await app.encerrar();
  await smtp.parar();
});

beforeEach(() => {
  smtp.recebidas.length = 0;
  smtp.tentadas.length = 0;
});

describe('enviador de notificações', () => {
  it('deve entregar o aviso do leito liberado com assunto, as duas versões e o Message-ID do livro', async () => {
    const leito = await avisos.liberarUmLeito();
    const aviso = await avisos.esperar(leito, { status: 'ENVIADA', tentativas: 1, erro: null });

    expect(smtp.recebidas).toHaveLength(1);
    expect(smtp.recebidas[0]).toMatchObject({
      de: 'plantao@hospital.local',
      para: ['operacao@hospital.local'],
      messageId: aviso.message_id,
      assunto: expect.stringMatching(/^Leito .+ livre/),
      html: expect.stringContaining('ficou livre'),
      texto: expect.stringContaining('ficou livre'),
    });
    expect(aviso.message_id).toMatch(/^<notificacao-\d+-[0-9a-f]{16}@plantao>$/);
    expect(aviso.enviada_em).not.toBeNull();
    expect(await avisos.naFila(aviso.id)).toEqual([]);
  });

  it('deve tentar de novo, só depois da espera, o que o servidor recusou por ora', async () => {
    smtp.responder({ recusar: 451 });
    const leito = await avisos.liberarUmLeito();
    const { id } = await avisos.esperar(leito, {
      status: 'NA_FILA',
      tentativas: 1,
      erro: 'SMTP_451',
      enviada_em: null,
    });
    app.relogio.avancar(MINUTO_MS - 10_000);
    await umaVoltaInteira();
    expect(smtp.tentadas).toHaveLength(1);

    app.relogio.avancar(30_000);
    await avisos.esperar(leito, { status: 'ENVIADA', tentativas: 2, erro: null });
    expect(smtp.recebidas).toHaveLength(1);
    expect(await avisos.falhasAnunciadas(id)).toEqual([]);
  });

  it.each([
    ['ao destinatário', { recusar: 550 }, 'SMTP_550'],
    ['à mensagem', { recusarDados: 552 }, 'SMTP_552'],
  ])(
    'deve desistir na primeira recusa definitiva %s, anunciando sem dizer a quem',
    async (_onde, conduta, erro) => {
      smtp.responder(conduta);
      const leito = await avisos.liberarUmLeito();
      const { id } = await avisos.esperar(leito, {
        status: 'FALHA_DEFINITIVA',
        tentativas: 1,
        erro,
        enviada_em: null,
      });
      expect(await avisos.naFila(id)).toEqual([]);
      const [falha] = await avisos.falhasAnunciadas(id);
      expect(JSON.parse(String(falha?.dados))).toEqual({
        notificacaoId: id,
        tipo: 'leito-liberado',
        referencia: leito,
        tentativas: 1,
        codigo: erro,
      });
    },
  );

  it('deve desistir depois de cinco recusas temporárias, com as esperas do contrato', async () => {
    smtp.responder(...Array.from({ length: 5 }, () => ({ recusar: 451 })));
    const leito = await avisos.liberarUmLeito();
    for (const [feitas, espera] of ESPERAS_MS.entries()) {
      await avisos.esperar(leito, { status: 'NA_FILA', tentativas: feitas + 1 });
      app.relogio.avancar(espera);
    }
    const { id } = await avisos.esperar(leito, {
      status: 'FALHA_DEFINITIVA',
      tentativas: 5,
      erro: 'SMTP_451',
    });
    expect(smtp.tentadas).toHaveLength(5);
    expect(await avisos.falhasAnunciadas(id)).toHaveLength(1);
  });

  it('deve guardar na fila tudo o que não saiu com o servidor fora, e entregar uma vez quando ele volta', async () => {
    await smtp.parar();
    const leitos = [];
    for (let i = 0; i < 12; i++) leitos.push(await avisos.liberarUmLeito());
    for (const leito of leitos)
      await avisos.esperar(leito, { status: 'NA_FILA', tentativas: 1, erro: 'SEM_CONEXAO' });

    smtp = await ServidorSmtp.iniciar(smtp.porta);
    app.relogio.avancar(ESPERAS_MS[0]!);
    for (const leito of leitos) await avisos.esperar(leito, { status: 'ENVIADA', tentativas: 2 });
    const ids = smtp.recebidas.map((m) => m.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  });

  it('deve repetir com o mesmo Message-ID o que o servidor aceitou sem confirmar', async () => {
    smtp.responder('aceitar-e-cair');
    const leito = await avisos.liberarUmLeito();
    await avisos.esperar(leito, { status: 'NA_FILA', tentativas: 1, erro: 'SEM_CONEXAO', enviada_em: null });
    app.relogio.avancar(ESPERAS_MS[0]!);
    const { message_id: messageId } = await avisos.esperar(leito, { status: 'ENVIADA', tentativas: 2 });
    expect(smtp.recebidas.map((m) => m.messageId)).toEqual([messageId, messageId]);
  });

  it('deve enviar cada aviso uma vez só, com dois enviadores ao mesmo tempo', async () => {
    const outro = new EnviadorDeNotificacoes(
      true,
      app.app.get(FilaDeEnvio),
      app.app.get(Carteiro),
      app.app.get(SinalDeEnvio),
      app.app.get(Registrador),
    );
    await outro.onApplicationBootstrap();
    try {
      const leitos = await Promise.all(Array.from({ length: 30 }, () => avisos.liberarUmLeito()));
      for (const leito of leitos) await avisos.esperar(leito, { status: 'ENVIADA', tentativas: 1 });
      const ids = smtp.recebidas.map((m) => m.messageId);
      expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
    } finally {
      await outro.beforeApplicationShutdown();
    }
  });

  it('deve abandonar o destinatário hostil sem que nada chegue ao servidor, e sem atrasar os outros', async () => {
    const hostis = [
      'a@b\r\nRCPT TO:<intruso@fora>',
      'a@b,intruso@fora',
      '"intruso@fora x"@hospital.local',
      'Nome <intruso@fora>',
      'grupo:a@b;',
      '',
    ];
    const ids = [];
    for (const destinatario of hostis) ids.push(await avisos.incluir({ destinatario }));
    const bom = await avisos.incluir({ destinatario: 'bom@hospital.local' });

    for (const id of ids)
      await avisos.esperar(id, { status: 'FALHA_DEFINITIVA', tentativas: 1, erro: 'ENDERECO_INVALIDO' });
    await avisos.esperar(bom, { status: 'ENVIADA' });
    expect(smtp.tentadas).toEqual(['bom@hospital.local']);
    expect(smtp.recebidas.map((m) => m.para)).toEqual([['bom@hospital.local']]);
  });

  it('deve continuar com os outros enquanto um destinatário prende a conversa', async () => {
    smtp.responderA('preso@hospital.local', 'travar');
    const preso = await avisos.incluir({ destinatario: 'preso@hospital.local' });
    await avisos.esperar(preso, { status: 'ENVIANDO', tentativas: 1 });
    const outros = [];
    for (let i = 0; i < 8; i++) outros.push(await avisos.incluir());
    for (const id of outros) await avisos.esperar(id, { status: 'ENVIADA', tentativas: 1 });
    await avisos.esperar(preso, { status: 'ENVIANDO' });
    smtp.responderA('preso@hospital.local', 'aceitar');
    smtp.soltar();
    await avisos.esperar(preso, { status: 'ENVIADA', tentativas: 1 });
    expect(smtp.recebidas).toHaveLength(9);
  });

  it('deve deixar expirar o aviso de leito com mais de um dia, sem enviá-lo', async () => {
    const velho = await avisos.incluir({
      criadoEm: new Date(app.relogio.agora().getTime() - 24 * HORA_MS - 1),
    });
    await avisos.esperar(velho, { status: 'EXPIRADA', tentativas: 0, enviada_em: null, erro: null });
    expect(await avisos.naFila(velho)).toEqual([]);
    expect(smtp.tentadas).toEqual([]);
  });

  it('deve retomar, contando a tentativa perdida, o que um enviador morto deixou a meio', async () => {
    const id = await avisos.incluir({ dono: 'enviador-que-morreu' });
    await app.unidade.executar((tx) =>
      tx.executar("UPDATE notificacoes SET status = 'ENVIANDO', tentativas = 1 WHERE id = ?", [id]),
    );
    await umaVoltaInteira();
    expect(smtp.tentadas).toEqual([]);
    app.relogio.avancar(121_000);
    await avisos.esperar(id, { status: 'ENVIADA', tentativas: 2 });
    expect(smtp.recebidas).toHaveLength(1);
  });

  it('deve desistir do que derruba o enviador a cada tentativa', async () => {
    const id = await avisos.incluir({ dono: 'enviador-que-morreu' });
    await app.unidade.executar((tx) =>
      tx.executar("UPDATE notificacoes SET status = 'ENVIANDO', tentativas = 5 WHERE id = ?", [id]),
    );
    app.relogio.avancar(121_000);
    await avisos.esperar(id, { status: 'FALHA_DEFINITIVA', tentativas: 5, erro: 'ENVIO_INTERROMPIDO' });
    expect(await avisos.falhasAnunciadas(id)).toHaveLength(1);
    expect(smtp.tentadas).toEqual([]);
  });
});

/** Long enough for the sender to have looked at the queue again: what was due before is gone by then. */
async function umaVoltaInteira(): Promise<void> {
  const sonda = await avisos.incluir({ criadoEm: new Date(app.relogio.agora().getTime() - 48 * HORA_MS) });
  await eventualmente(async () => expect((await avisos.ler(sonda)).status).toBe('EXPIRADA'));
}
