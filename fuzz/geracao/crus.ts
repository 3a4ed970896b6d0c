/** Bytes that no HTTP library would send, and what may be answered to them. */
export interface PedidoCru {
  readonly nome: string;
  readonly bytes: string;
  /** The first status; 0: the connection may be closed, or left open, without a word. */
  readonly espera: readonly number[];
}

const A = 'Host: x\r\nConnection: close\r\n';
const POST = 'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const CERTO = `GET /saude/viva HTTP/1.1\r\n${A}\r\n`;

const RECUSA = [400, 0];

/** Smuggling, bad framing, bad bytes: the HTTP layer refuses each, and goes on. */
export const PEDIDOS_CRUS: readonly PedidoCru[] = [
  { nome: 'linha que não é HTTP', bytes: 'ABC\r\n\r\n', espera: RECUSA },
  { nome: 'só quebras de linha', bytes: '\r\n\r\n\r\n\r\n', espera: RECUSA },
  { nome: 'TLS num porto sem TLS', bytes: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', espera: RECUSA },
  { nome: 'HTTP/2 sem aviso', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', espera: [400, 505, 0] },
  { nome: 'versão que não existe', bytes: `GET / HTTP/9.9\r\n${A}\r\n`, espera: [400, 505, 0] },
  { nome: 'método com lixo', bytes: `GE\u0000T / HTTP/1.1\r\n${A}\r\n`, espera: RECUSA },
  { nome: 'sem Host', bytes: 'GET /saude/viva HTTP/1.1\r\nConnection: close\r\n\r\n', espera: RECUSA },
  {
    nome: 'Host duas vezes',
    bytes: `GET /saude/viva HTTP/1.1\r\nHost: y\r\n${A}\r\n`,
    espera: [200, 400, 0],
  },
  {
    nome: 'espaço antes dos dois-pontos',
    bytes: `GET /saude/viva HTTP/1.1\r\nHost : x\r\n${A}\r\n`,
    espera: RECUSA,
  },
  {
    nome: 'linha dobrada',
    bytes: `GET /saude/viva HTTP/1.1\r\nX-A: b\r\n c\r\n${A}\r\n`,
    espera: [200, 400, 0],
  },
  {
    nome: 'cabeçalho com NUL',
    bytes: `GET /saude/viva HTTP/1.1\r\nX-A: b\u0000c\r\n${A}\r\n`,
    espera: RECUSA,
  },
  {
    nome: 'só LF no fim das linhas',
    bytes: 'GET /saude/viva HTTP/1.1\nHost: x\nConnection: close\n\n',
    espera: [200, 400, 0],
  },
  {
    nome: '64 kB de cabeçalho',
    bytes: `GET /saude/viva HTTP/1.1\r\nX-A: ${'b'.repeat(65_536)}\r\n${A}\r\n`,
    espera: [431, 400],
  },
  {
    nome: '5.000 cabeçalhos',
    bytes: `GET /saude/viva HTTP/1.1\r\n${'X-A: b\r\n'.repeat(5_000)}${A}\r\n`,
    espera: [431, 400, 0],
  },
  {
    nome: '20 kB de endereço',
    bytes: `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${A}\r\n`,
    espera: [414, 431, 400, 404],
  },
  { nome: 'endereço com NUL', bytes: `GET /v1/\u0000leitos HTTP/1.1\r\n${A}\r\n`, espera: RECUSA },
  { nome: 'endereço com espaço', bytes: `GET /v1/lei tos HTTP/1.1\r\n${A}\r\n`, espera: RECUSA },
  {
    nome: 'endereço absoluto',
    bytes: `GET http://outro/saude/viva HTTP/1.1\r\n${A}\r\n`,
    espera: [200, 400, 404, 0],
  },
  { nome: 'CONNECT', bytes: `CONNECT outro:443 HTTP/1.1\r\n${A}\r\n`, espera: [400, 404, 405, 0] },
  { nome: 'asterisco', bytes: `OPTIONS * HTTP/1.1\r\n${A}\r\n`, espera: [204, 400, 404, 405, 0] },
  { nome: '%2f no caminho', bytes: `GET /v1%2fleitos HTTP/1.1\r\n${A}\r\n`, espera: [401, 404] },
  {
    nome: 'UTF-8 longo demais',
    bytes: `GET /v1/leitos/%c0%ae HTTP/1.1\r\n${A}\r\n`,
    espera: [400, 401, 404],
  },
  { nome: 'pontos que sobem', bytes: `GET /docs/../../etc/passwd HTTP/1.1\r\n${A}\r\n`, espera: [400, 404] },
  {
    nome: 'pontos que sobem, escritos',
    bytes: `GET /docs/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n${A}\r\n`,
    espera: [400, 404],
  },
  { nome: 'Content-Length negativo', bytes: `${POST}Content-Length: -1\r\n\r\n{}`, espera: RECUSA },
  { nome: 'Content-Length que não é número', bytes: `${POST}Content-Length: dez\r\n\r\n{}`, espera: RECUSA },
  {
    nome: 'dois Content-Length',
    bytes: `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    espera: RECUSA,
  },
  {
    nome: 'Content-Length e Transfer-Encoding',
    bytes: `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${CERTO}`,
    espera: RECUSA,
  },
  {
    nome: 'Transfer-Encoding que não existe',
    bytes: `${POST}Transfer-Encoding: chunked, xx\r\n\r\n0\r\n\r\n`,
    espera: [400, 501, 0],
  },
  {
    nome: 'pedaço de tamanho ilegível',
    bytes: `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    espera: RECUSA,
  },
  {
    nome: 'pedaço sem fim',
    bytes: `${POST}Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n`,
    espera: RECUSA,
  },
  {
    nome: 'corpo que não é gzip',
    bytes: `${POST}Content-Encoding: gzip\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    espera: [400, 415, 422],
  },
  {
    nome: 'corpo em outra codificação',
    bytes:
      'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=utf-16\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    espera: [400, 415, 422],
  },
  {
    nome: 'bytes que não são UTF-8',
    bytes: `${POST}Content-Length: 13\r\nConnection: close\r\n\r\n{"email":"\xff"}`,
    espera: [400, 415, 422],
  },
  {
    nome: 'Expect que não existe',
    bytes: `${POST}Expect: o-impossivel\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    espera: [417, 400, 422, 0],
  },
  {
    nome: 'Upgrade a quem não sabe',
    bytes: 'GET /saude/viva HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    espera: [200, 400, 426, 0],
  },
  {
    nome: 'um mau pedido atrás de um bom',
    bytes: `GET /saude/viva HTTP/1.1\r\nHost: x\r\n\r\nLIXO\r\n\r\n`,
    espera: [200, 400],
  },
  {
    nome: 'cinco bons na mesma escrita',
    bytes: 'GET /saude/viva HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(4) + CERTO,
    espera: [200],
  },
  {
    nome: 'autorização de 8 kB',
    bytes: `GET /v1/leitos HTTP/1.1\r\nAuthorization: Bearer ${'a'.repeat(8_192)}\r\n${A}\r\n`,
    espera: [401],
  },
  {
    nome: 'correlação com quebra',
    bytes: `GET /saude/viva HTTP/1.1\r\nX-Correlation-Id: a\rSet-Cookie: b=c\r\n${A}\r\n`,
    espera: [200, 400, 0],
  },
];
