import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Conduta, ServidorSmtp } from '../../../test/apoio/servidor-smtp.js';
import { CorreioSmtp } from './correio-smtp.js';
import type { MensagemDeCorreio } from './correio.js';
import { CONEXOES_SMTP } from './opcoes-smtp.js';

const PRAZOS = { conexao: 1_000, saudacao: 1_000, silencio: 1_000, total: 2_500 };

const MENSAGEM: MensagemDeCorreio = {
  messageId: '<notificacao-1-0123456789abcdef@plantao>',
  para: 'operacao@hospital.local',
  assunto: 'Leito 203-B livre · UTI Adulto',
  html: '<p>O leito <b>203-B</b> ficou livre às 14h05.</p>',
  texto: "O leito 203-B d'Ávila ficou livre às 14h05.",
};

const abertos: CorreioSmtp[] = [];
let smtp: ServidorSmtp;

const correioEm = async (porta: number): Promise<CorreioSmtp> => {
  const configuracao = {
    servidor: '127.0.0.1',
    porta,
    usuario: null,
    senha: null,
    remetente: 'plantao@hospital.local',
    nomeDoRemetente: 'Plantão',
  };
  const correio = await CorreioSmtp.criar(configuracao, PRAZOS);
  abertos.push(correio);
  return correio;
};

beforeEach(async () => {
  smtp = await ServidorSmtp.iniciar();
});

afterEach(async () => {
  abertos.splice(0).forEach((correio) => correio.onApplicationShutdown());
  await smtp.parar();
});

describe('correio por SMTP', () => {
  it('deve entregar as duas versões com assunto, remetente e Message-ID como vieram, sob cifra', async () => {
    await (await correioEm(smtp.porta)).enviar(MENSAGEM);

    expect(smtp.recebidas).toHaveLength(1);
    const [recebida] = smtp.recebidas;
    expect(recebida).toMatchObject({
      de: 'plantao@hospital.local',
      para: [MENSAGEM.para],
      messageId: MENSAGEM.messageId,
      assunto: MENSAGEM.assunto,
      texto: expect.stringContaining(MENSAGEM.texto),
      html: expect.stringContaining(MENSAGEM.html),
      cifrada: true,
    });
    expect(recebida?.cabecalhos.get('from')).toMatchObject({
      value: [{ name: 'Plantão', address: 'plantao@hospital.local' }],
    });
    expect(recebida?.cabecalhos.get('auto-submitted')).toBe('auto-generated');
  });

  it.each<[string, Conduta, boolean, string]>([
    ['550 ao destinatário', { recusar: 550 }, true, 'SMTP_550'],
    ['451 ao destinatário', { recusar: 451 }, false, 'SMTP_451'],
    ['421 ao destinatário', { recusar: 421 }, false, 'SMTP_421'],
    ['552 à mensagem', { recusarDados: 552 }, true, 'SMTP_552'],
    ['452 à mensagem', { recusarDados: 452 }, false, 'SMTP_452'],
    ['silêncio', 'travar', false, 'TEMPO_ESGOTADO'],
    ['conexão que cai', 'cair', false, 'SEM_CONEXAO'],
    ['conexão que cai sem confirmar', 'aceitar-e-cair', false, 'SEM_CONEXAO'],
  ])('deve distinguir se vale tentar de novo: %s', async (_caso, conduta, definitiva, codigo) => {
    const correio = await correioEm(smtp.porta);
    smtp.responder(conduta);
    await expect(correio.enviar(MENSAGEM)).rejects.toMatchObject({
      name: 'FalhaDeEnvio',
      definitiva,
      codigo,
    });
    expect(smtp.tentadas).toHaveLength(1);
  });

  it('deve continuar a enviar depois de uma recusa e de uma queda', async () => {
    const correio = await correioEm(smtp.porta);
    smtp.responder({ recusar: 550 }, 'aceitar', 'aceitar-e-cair', 'aceitar');
    const idas = [];
    for (let i = 0; i < 4; i++)
      idas.push(
        await correio.enviar(MENSAGEM).then(
          () => 'foi',
          () => 'falhou',
        ),
      );
    expect(idas).toEqual(['falhou', 'foi', 'falhou', 'foi']);
    expect(smtp.recebidas).toHaveLength(3);
  });

  it('deve dizer que não há conexão quando o servidor está fora', async () => {
    const correio = await correioEm(smtp.porta);
    await smtp.parar();
    await expect(correio.enviar(MENSAGEM)).rejects.toMatchObject({
      definitiva: false,
      codigo: 'SEM_CONEXAO',
    });
  });

  it('deve desistir de um servidor que nunca termina de falar', async () => {
    const { porta, parar } = await servidorQueNaoTermina();
    try {
      const correio = await correioEm(porta);
      await expect(correio.enviar(MENSAGEM)).rejects.toMatchObject({
        definitiva: false,
        codigo: 'TEMPO_ESGOTADO',
      });
    } finally {
      parar();
    }
  });

  it('deve usar no máximo cinco conexões, por mais mensagens que haja', async () => {
    const correio = await correioEm(smtp.porta);
    const mensagens = Array.from({ length: 40 }, (_, i) => ({ ...MENSAGEM, messageId: `<m-${i}@plantao>` }));
    await Promise.all(mensagens.map((mensagem) => correio.enviar(mensagem)));
    expect(new Set(smtp.recebidas.map((m) => m.messageId)).size).toBe(40);
    expect(smtp.maiorNumeroDeConexoes).toBeLessThanOrEqual(CONEXOES_SMTP);
  });

  it.each([
    'a@b\r\nRCPT TO:<intruso@fora>',
    'a@b, intruso@fora',
    'grupo: a@b, intruso@fora;',
    '"intruso@fora x"@hospital.local',
    'Nome <intruso@fora>',
    'a@b\u0000',
    `${'a'.repeat(65)}@b`,
  ])('deve recusar o destinatário %j sem falar com o servidor', async (para) => {
    const correio = await correioEm(smtp.porta);
    await expect(correio.enviar({ ...MENSAGEM, para })).rejects.toMatchObject({
      definitiva: true,
      codigo: 'ENDERECO_INVALIDO',
    });
    expect(smtp.maiorNumeroDeConexoes).toBe(0);
  });

  it.each([
    { assunto: 'Oi\r\nBcc: intruso@fora' },
    { assunto: '' },
    { messageId: '<a@b>\r\nBcc: intruso@fora' },
    { messageId: 'a@b' },
  ])('deve recusar o cabeçalho %j sem falar com o servidor', async (trecho) => {
    const correio = await correioEm(smtp.porta);
    await expect(correio.enviar({ ...MENSAGEM, ...trecho })).rejects.toMatchObject({
      definitiva: true,
      codigo: 'CABECALHO_INVALIDO',
    });
    expect(smtp.maiorNumeroDeConexoes).toBe(0);
  });
});

/** Greets line by line for ever: no timeout of silence notices. */
async function servidorQueNaoTermina(): Promise<{ porta: number; parar: () => void }> {
  const conexoes = new Set<Socket>();
  const servidor = createServer((conexao) => {
    conexoes.add(conexao);
    conexao.write('220 pronto\r\n');
    const goteira = setInterval(() => conexao.write('250-ainda\r\n'), 100);
    conexao.on('close', () => clearInterval(goteira));
    conexao.on('error', () => undefined);
  });
  await new Promise<void>((resolver) => servidor.listen(0, '127.0.0.1', resolver));
  const parar = (): void => {
    conexoes.forEach((conexao) => conexao.destroy());
    servidor.close();
  };
  return { porta: (servidor.address() as AddressInfo).port, parar };
}
