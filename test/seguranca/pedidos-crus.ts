/** Bytes on a connection, and whether nothing but a refusal may be answered to them. */
export interface Cru {
  readonly nome: string;
  readonly bytes: string;
  readonly sempreRecusado?: boolean;
}

const FIM = 'Host: x\r\nConnection: close\r\n\r\n';
const POST = 'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
/** What a proxy that was fooled would take for the next request. */
const CONTRABANDO = `GET /contrabando HTTP/1.1\r\n${FIM}`;

const TAMANHOS = ['', '4', '0', '+4', '4, 4', '4\r\nContent-Length: 5', '0x4', '-1', '4 5', '9'.repeat(25)];
const CODIFICACOES = [
  ...['', 'chunked', 'Chunked', 'xchunked', 'chunked, identity', 'identity', '\tchunked', 'chunked;q=1'],
  ...['chunked\r\nTransfer-Encoding: x', 'x\r\nTransfer-Encoding: chunked'],
];

/** Where a message ends, said in every pair of ways: 100 of them, less the one that says nothing. */
const fronteiras: Cru[] = TAMANHOS.flatMap((tamanho) =>
  CODIFICACOES.filter((codificacao) => tamanho !== '' || codificacao !== '').map((codificacao) => ({
    nome: `Content-Length ${JSON.stringify(tamanho)}, Transfer-Encoding ${JSON.stringify(codificacao)}`,
    bytes:
      POST +
      (tamanho && `Content-Length: ${tamanho}\r\n`) +
      (codificacao && `Transfer-Encoding: ${codificacao}\r\n`) +
      `\r\n0\r\n\r\n${CONTRABANDO}`,
    sempreRecusado: tamanho !== '' && codificacao !== '',
  })),
);

const PEDACOS = [
  ...['zz', '-1', '0x2', 'FFFFFFFFFFFFFFFFFF', '2;a=b', `2;${'a'.repeat(20_000)}`, '2\n', ' 2', '2 ', ''],
  ...['00000000000000000000000000000002', '7FFFFFFFFFFFFFFF', '2\r', '\u0000', '٢'],
];
const pedacos: Cru[] = PEDACOS.map((tamanho) => ({
  nome: `pedaço de tamanho ${JSON.stringify(tamanho.slice(0, 40))}`,
  bytes: `${POST}Transfer-Encoding: chunked\r\n\r\n${tamanho}\r\n{}\r\n0\r\n\r\n`,
}));

const CAMINHOS = [
  ...[
    '/v1%2fpacientes',
    '/v1/pacientes%2f1',
    '/v1/pacientes/%00',
    '/v1/pacientes/1%00',
    '/v1/%c0%afpacientes',
  ],
  ...['/v1/pacientes/%c0%ae%c0%ae', '/v1/pacientes/%e0%80%af', '/v1/pacientes/%f8%80%80%80%af', '/v1/%ff%fe'],
  ...[
    '/v1/pacientes/%',
    '/v1/pacientes/%2',
    '/v1/pacientes/%zz',
    '/v1/pacientes/%u0031',
    '/v1/pacientes/%252f',
  ],
  ...[
    '/docs/../v1/pacientes',
    '/docs/..%2fpackage.json',
    '/docs/%2e%2e/package.json',
    '/docs/....//package.json',
  ],
  ...['/docs/..\\package.json', '//v1//pacientes', '/v1/./pacientes', '/V1/PACIENTES', '/v1/pacientes;id=1'],
  ...['/v1/pacientes/1%0d%0aSet-Cookie:%20a=b', '/v1/pacientes?%0d%0aSet-Cookie:%20a=b', '/\\mal.example'],
  ...['//mal.example/', '/v1/pacientes#a', '?', '/?a=%ff', '/v1/pacientes?__proto__[admin]=1', '*', ''],
  ...[
    'http://mal.example/v1/pacientes',
    '/v1/pacientes?limite[]=1',
    `/${'a/'.repeat(6_000)}`,
    `/v1?${'a&'.repeat(7_000)}`,
  ],
];
const caminhos: Cru[] = CAMINHOS.map((caminho) => ({
  nome: `endereço ${caminho.slice(0, 60)}`,
  bytes: `GET ${caminho} HTTP/1.1\r\n${FIM}`,
}));

const CABECALHOS = [
  ...[
    'Host: y',
    'Host:',
    'X-A b',
    'X A: b',
    ': b',
    'X-A\u0000: b',
    'X-A: \u0000',
    'X-Á: b',
    'X-A: b\rX-B: c',
  ],
  ...[
    ' X-A: b',
    'X-A : b',
    'Connection: keep-alive',
    'Connection: x-authorization',
    'Upgrade: h2c',
    'Expect: 200-ok',
  ],
  ...[
    'Expect: 100-continue',
    'Range: bytes=0-',
    'If-None-Match: "',
    `If-None-Match: ${'"a",'.repeat(2_000)}"b"`,
  ],
  ...[
    'Accept-Encoding: gzip;q=0',
    'Authorization: Bearer',
    'Authorization: Bearer a b c',
    'Authorization: \u0007',
  ],
  ...[`Authorization: Bearer ${'a'.repeat(15_000)}`, `X-A: ${'b'.repeat(65_536)}`, 'X-Correlation-Id: a b'],
  ...[
    'X-Correlation-Id: a%0d%0aSet-Cookie: a=b',
    'X-HTTP-Method-Override: DELETE',
    'X-Original-URL: /v1/usuarios',
  ],
  ...[
    'X-Rewrite-URL: /v1/usuarios',
    'Content-Encoding: gzip',
    'Content-Type: application/json; charset=utf-7',
  ],
  ...[
    'Cookie: a=b',
    'Trailer: Authorization',
    'TE: trailers',
    'Proxy-Connection: keep-alive',
    'Max-Forwards: 0',
  ],
];
const cabecalhos: Cru[] = [
  ...CABECALHOS.map((cabecalho) => ({
    nome: `cabeçalho ${JSON.stringify(cabecalho.slice(0, 50))}`,
    bytes: `GET /v1/pacientes HTTP/1.1\r\n${cabecalho}\r\n${FIM}`,
  })),
  { nome: '1.900 cabeçalhos', bytes: `GET /v1/pacientes HTTP/1.1\r\n${'A: b\r\n'.repeat(1_900)}${FIM}` },
];

const METODOS = [
  'TRACE',
  'TRACK',
  'CONNECT',
  'PROPFIND',
  'SEARCH',
  'PURGE',
  'DEBUG',
  'get',
  'G\u0000T',
  'A'.repeat(9_000),
];
const metodos: Cru[] = METODOS.map((metodo) => ({
  nome: `método ${metodo.slice(0, 20)}`,
  bytes: `${metodo} /v1/pacientes HTTP/1.1\r\n${FIM}`,
  sempreRecusado: true,
}));

const VERSOES = [
  'HTTP/1.0',
  'HTTP/0.9',
  'HTTP/2.0',
  'HTTP/1.2',
  'HTTP/9.9',
  'HTTPS/1.1',
  'http/1.1',
  '',
  'HTTP/1.1 x',
];
const versoes: Cru[] = VERSOES.map((versao) => ({
  nome: `versão ${versao}`,
  bytes: `GET /v1/pacientes ${versao}\r\n${FIM}`,
}));

const outros: Cru[] = [
  { nome: 'só quebras de linha', bytes: '\r\n'.repeat(2_000) },
  { nome: 'só espaços', bytes: ' '.repeat(50_000) },
  {
    nome: 'TLS num porto sem TLS',
    bytes: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  },
  { nome: 'HTTP/2 sem aviso', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { nome: 'zeros', bytes: '\u0000'.repeat(10_000) },
  { nome: 'quinhentos pedidos de uma vez', bytes: 'GET /nada HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500) },
  { nome: 'corpo num GET', bytes: `GET /v1/pacientes HTTP/1.1\r\nContent-Length: 2\r\n${FIM}{}` },
  { nome: 'gzip que não é', bytes: `${POST}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b` },
  { nome: 'bytes que não são UTF-8', bytes: `${POST}Content-Length: 12\r\n\r\n{"a":"\u00ff\u00fe\u00c0"}` },
  { nome: 'BOM', bytes: `${POST}Content-Length: 5\r\n\r\n\u00ef\u00bb\u00bf{}` },
];

export const CRUS: readonly Cru[] = [
  ...fronteiras,
  ...pedacos,
  ...caminhos,
  ...cabecalhos,
  ...metodos,
  ...versoes,
  ...outros,
];
