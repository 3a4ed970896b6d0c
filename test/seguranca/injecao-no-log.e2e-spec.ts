import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { capturarLog } from '../apoio/log-capturado.js';
import { comoPapel } from '../apoio/papeis.js';

/** A line that nobody wrote, as it would be if it were one. */
const FORJADA = '{"nivel":"info","mensagem":"entrada de administrador","usuarioId":1,"forjada":true}';

/** What breaks out of a line, a string or a terminal. */
const QUEBRAS = [
  `\r\n${FORJADA}\r\n`,
  `\n${FORJADA}\n`,
  `\r${FORJADA}`,
  `%0d%0a${encodeURIComponent(FORJADA)}`,
  `%250a${encodeURIComponent(FORJADA)}`,
  `","forjada":true,"x":"`,
  `"}\n${FORJADA}`,
  `\u2028${FORJADA}`,
  `\u0085${FORJADA}`,
  `\u001b[2K\u001b[1A${FORJADA}`,
  `\u001b]0;forjada\u0007`,
  '\u0000forjada',
  '\\n\\u000a{\\"forjada\\":true}',
] as const;

describe('injeção no log', () => {
  const log: string[] = [];
  let soltar: () => void;
  let app: AplicacaoDeTeste;
  let token: string;

  beforeAll(async () => {
    soltar = capturarLog(log);
    app = await AplicacaoDeTeste.iniciar({ LOG_LEVEL: 'trace' });
    token = comoPapel(app, 'ADMIN').authorization;
  });
  afterAll(async () => {
    soltar();
    await app.encerrar();
  });

  /** Bytes as they are: no client in between that would refuse to send them. */
  const cru = (texto: string): Promise<void> =>
    new Promise((resolver) => {
      const { port, hostname } = new URL(app.url);
      const ligacao = connect(Number(port), hostname, () => ligacao.write(texto));
      ligacao.setTimeout(2_000, () => ligacao.destroy());
      ligacao.on('data', () => ligacao.end());
      ligacao.on('error', () => undefined);
      ligacao.on('close', () => resolver());
    });

  const pedido = (linha: string, cabecalhos: Record<string, string>, corpo = ''): string =>
    [
      linha,
      'Host: plantao',
      ...Object.entries(cabecalhos).map(([nome, valor]) => `${nome}: ${valor}`),
      `Content-Length: ${Buffer.byteLength(corpo)}`,
      'Connection: close',
      '',
      corpo,
    ].join('\r\n');

  it('deve não haver linha forjada, nem linha partida, venha o ataque por onde vier', async () => {
    for (const quebra of QUEBRAS) {
      const bytes = Buffer.from(quebra).toString('latin1');
      for (const cabecalho of [
        'User-Agent',
        'X-Correlation-Id',
        'X-Forwarded-For',
        'Idempotency-Key',
        'Authorization',
      ])
        await cru(pedido('GET /saude/viva HTTP/1.1', { [cabecalho]: bytes }));
      await cru(pedido(`GET /v1/leitos/${bytes} HTTP/1.1`, { Authorization: token }));
      await cru(pedido(`GET /v1/leitos?status=${bytes} HTTP/1.1`, { Authorization: token }));
      await cru(pedido(`G${bytes} / HTTP/1.1`, {}));
      const corpo = JSON.stringify({ email: quebra, senha: quebra, [quebra]: quebra });
      const json = { 'Content-Type': 'application/json' };
      await cru(pedido('POST /v1/auth/login HTTP/1.1', json, corpo));
      await cru(
        pedido(
          'POST /v1/setores HTTP/1.1',
          { ...json, Authorization: token },
          JSON.stringify({ nome: quebra }),
        ),
      );
      await cru(pedido('POST /v1/setores HTTP/1.1', { 'Content-Type': `application/json${bytes}` }, corpo));
    }
    expect(log.length).toBeGreaterThan(QUEBRAS.length * 5);
    expect(log.filter((linha) => !bemFormada(linha))).toEqual([]);
    expect(log.filter((linha) => linha.includes('forjada'))).toEqual([]);
  }, 60_000);

  it('deve ser vista a linha forjada, se houvesse: o exame não é cego', () => {
    expect(bemFormada(`{"a":1}\n${FORJADA}\n`)).toBe(false);
    expect(bemFormada('{"a":"\u001b[2K"}\n')).toBe(false);
    expect(bemFormada('{"a":1}\n')).toBe(true);
  });
});

/** One object of JSON on one line, of characters that are seen. */
function bemFormada(linha: string): boolean {
  const semFim = linha.replace(/\n$/, '');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(semFim)) return false;
  try {
    return typeof JSON.parse(semFim) === 'object';
  } catch {
    return false;
  }
}
