import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';

type Partes = [cabecalho: string, conteudo: string, assinatura: string];
/** The claims of the token that serves: each attack changes one thing of it. */
type Claims = Record<string, unknown>;

/** Whatever is wrong with a token (G6.7): 401, never a 5xx, never served. */
describe('tokens hostis', () => {
  let app: AplicacaoDeTeste;
  let bom = '';
  let renovacao = '';

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const credenciais = { email: ADMIN.email, senha: ADMIN.senha };
    const { corpo } = await app.post<{ accessToken: string; refreshToken: string }>(
      '/v1/auth/login',
      credenciais,
    );
    bom = corpo.data.accessToken;
    renovacao = corpo.data.refreshToken;
  });
  afterAll(() => app.encerrar());

  const b64 = (texto: string | Buffer): string => Buffer.from(texto).toString('base64url');
  const partes = (): Partes => bom.split('.') as Partes;
  const claims = (): Claims => JSON.parse(Buffer.from(partes()[1], 'base64url').toString()) as Claims;
  const cabecalhoCom = (mudanca: object): string =>
    b64(JSON.stringify({ alg: 'HS256', typ: 'JWT', ...mudanca }));
  const hmac = (corpo: string, segredo = app.banco.ambiente.jwtSegredo, hash = 'sha256'): string =>
    `${corpo}.${createHmac(hash, segredo).update(corpo).digest('base64url')}`;
  /** Signed with our own secret, so that only the change under test can be the reason of the refusal. */
  const comCabecalho = (mudanca: object, segredo?: string, hash?: string): string =>
    hmac(`${cabecalhoCom(mudanca)}.${partes()[1]}`, segredo, hash);
  const comClaims = (mudanca: Claims): string =>
    hmac(`${cabecalhoCom({})}.${b64(JSON.stringify({ ...claims(), ...mudanca }))}`);
  /** The claims as text, for what JSON.stringify would not write. */
  const comTexto = (de: string | RegExp, para: string): string =>
    hmac(`${cabecalhoCom({})}.${b64(JSON.stringify(claims()).replace(de, para))}`);
  const semAssinatura = (alg: unknown): string => `${cabecalhoCom({ alg })}.${partes()[1]}.`;

  const par = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const comRsa = (mudanca: object): string => {
    const corpo = `${cabecalhoCom({ alg: 'RS256', ...mudanca })}.${partes()[1]}`;
    return `${corpo}.${sign('sha256', Buffer.from(corpo), par.privateKey).toString('base64url')}`;
  };
  const publica = par.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const deles = 'um-segredo-que-o-atacante-escolheu-sozinho';
  const agora = (): number => Math.floor(app.relogio.agora().getTime() / 1000);

  const algoritmos: [string, () => string][] = [
    ['alg none', () => semAssinatura('none')],
    ['alg None', () => semAssinatura('None')],
    ['alg NONE', () => semAssinatura('NONE')],
    ['alg nOnE', () => semAssinatura('nOnE')],
    ['alg none com a assinatura boa', () => `${cabecalhoCom({ alg: 'none' })}.${partes()[1]}.${partes()[2]}`],
    ['alg em minúsculas', () => comCabecalho({ alg: 'hs256' })],
    ['alg com espaço', () => comCabecalho({ alg: 'HS256 ' })],
    ['alg com NUL', () => comCabecalho({ alg: 'HS256\u0000' })],
    ['alg com uma letra cirílica', () => comCabecalho({ alg: 'H\u0405256' })],
    ['alg em largura inteira', () => comCabecalho({ alg: '\uFF28\uFF33256' })],
    ['alg HS384', () => comCabecalho({ alg: 'HS384' }, undefined, 'sha384')],
    ['alg HS512', () => comCabecalho({ alg: 'HS512' }, undefined, 'sha512')],
    ['alg RS256 assinado com HMAC', () => comCabecalho({ alg: 'RS256' })],
    ['alg RS256 de verdade', () => comRsa({})],
    ['HMAC com uma chave pública por segredo', () => comCabecalho({}, publica)],
    ['alg EdDSA', () => comCabecalho({ alg: 'EdDSA' })],
    ['alg numa lista', () => comCabecalho({ alg: ['HS256'] })],
    ['alg nulo', () => comCabecalho({ alg: null })],
    ['sem alg', () => comCabecalho({ alg: undefined })],
  ];

  const chaves: [string, () => string][] = [
    ['kid de um arquivo vazio', () => comCabecalho({ kid: '../../../../dev/null' }, '')],
    ['kid com SQL', () => comCabecalho({ kid: `x' UNION SELECT '${deles}' -- ` }, deles)],
    ['kid, mesmo bem assinado', () => comCabecalho({ kid: '1' })],
    ['jku', () => comRsa({ jku: 'https://atacante.example/chaves.json' })],
    ['x5u', () => comRsa({ x5u: 'https://atacante.example/certificado.pem' })],
    ['x5c', () => comRsa({ x5c: [b64('certificado')] })],
    ['jwk RSA embutida', () => comRsa({ jwk: par.publicKey.export({ format: 'jwk' }) })],
    ['jwk simétrica embutida', () => comCabecalho({ jwk: { kty: 'oct', k: b64(deles) } }, deles)],
    ['crit', () => comCabecalho({ crit: ['exp'] })],
    ['b64 desligado', () => comCabecalho({ crit: ['b64'], b64: false })],
    ['compressão', () => comCabecalho({ zip: 'DEF' })],
    ['outro typ', () => comCabecalho({ typ: 'at+jwt' })],
    ['sem typ', () => comCabecalho({ typ: undefined })],
    ['outro segredo', () => comCabecalho({}, deles)],
    ['segredo vazio', () => comCabecalho({}, '')],
    ['segredo com uma quebra de linha', () => comCabecalho({}, `${app.banco.ambiente.jwtSegredo}\n`)],
  ];

  const conteudos: [string, () => string][] = [
    ['outra audiência', () => comClaims({ aud: 'outro-sistema' })],
    ['duas audiências', () => comClaims({ aud: ['plantao', 'outro-sistema'] })],
    ['sem audiência', () => comClaims({ aud: undefined })],
    ['outro emissor', () => comClaims({ iss: 'outro-sistema' })],
    ['sem emissor', () => comClaims({ iss: undefined })],
    ['vencido', () => comClaims({ exp: agora() - 1 })],
    ['que vence agora', () => comClaims({ exp: agora() })],
    ['sem vencimento', () => comClaims({ exp: undefined })],
    ['vencimento NaN', () => comClaims({ exp: Number.NaN })],
    ['vencimento infinito', () => comTexto(/"exp":\d+/, '"exp":1e400')],
    ['vencimento imenso', () => comTexto(/"exp":\d+/, '"exp":1e300')],
    ['vencimento em texto', () => comClaims({ exp: '9999999999' })],
    ['vencimento com fração', () => comClaims({ exp: agora() + 60.5 })],
    ['vencimento numa lista', () => comClaims({ exp: [agora() + 60] })],
    ['vencimento negativo', () => comClaims({ exp: -1 })],
    ['que ainda não começou', () => comClaims({ nbf: agora() + 60 })],
    ['começo em texto', () => comClaims({ nbf: '0' })],
    ['começo nulo', () => comClaims({ nbf: null })],
    ['outro tipo', () => comClaims({ tipo: 'renovacao' })],
    ['tipo em maiúsculas', () => comClaims({ tipo: 'ACESSO' })],
    ['sem tipo', () => comClaims({ tipo: undefined })],
    ['sub zero', () => comClaims({ sub: '0' })],
    ['sub negativo', () => comClaims({ sub: '-1' })],
    ['sub em número', () => comClaims({ sub: 1 })],
    ['sub com zero à esquerda', () => comClaims({ sub: '01' })],
    ['sub com espaço', () => comClaims({ sub: '1 ' })],
    ['sub com SQL', () => comClaims({ sub: "1' OR '1'='1" })],
    ['sub maior do que cabe', () => comClaims({ sub: '99999999999999999999' })],
    ['sub de quem não existe', () => comClaims({ sub: '2147483647' })],
    ['sem sub', () => comClaims({ sub: undefined })],
    ['sem perfis', () => comClaims({ papeis: undefined })],
    ['perfis em texto', () => comClaims({ papeis: 'ADMIN' })],
    ['perfil desconhecido', () => comClaims({ papeis: ['ADMIN', 'ROOT'] })],
    ['perfil em minúsculas', () => comClaims({ papeis: ['admin'] })],
    ['perfis aninhados', () => comClaims({ papeis: [['ADMIN']] })],
    ['perfis num objeto', () => comClaims({ papeis: { 0: 'ADMIN', length: 1 } })],
    ['perfis no protótipo', () => comTexto('"papeis"', '"__proto__":{"papeis":["ADMIN"]},"x"')],
    ['sessão em texto', () => comClaims({ sid: '1' })],
    ['sessão negativa', () => comClaims({ sid: -1 })],
    ['versão em texto', () => comClaims({ ver: '99' })],
    ['versão infinita', () => comTexto(/"ver":\d+/, '"ver":1e400')],
    ['paciente num objeto', () => comClaims({ pac: {} })],
    ['pendência desconhecida', () => comClaims({ pendencia: 'NENHUMA' })],
    [
      'conteúdo trocado',
      () => [partes()[0], b64(JSON.stringify({ ...claims(), sub: '2' })), partes()[2]].join('.'),
    ],
  ];

  const formas: [string, () => string][] = [
    ['o de renovação', () => renovacao],
    ['que não é JWT', () => 'abc'],
    ['só pontos', () => '..'],
    ['sem a assinatura', () => partes().slice(0, 2).join('.')],
    ['com a assinatura apagada', () => `${partes().slice(0, 2).join('.')}.`],
    ['truncado', () => bom.slice(0, -5)],
    ['com um byte a mais', () => `${bom}A`],
    ['com um ponto a mais', () => `${bom}.`],
    ['com quatro partes', () => `${bom}.${partes()[2]}`],
    ['com cinco partes', () => `${bom}.${partes()[1]}.${partes()[2]}`],
    ['com o conteúdo repetido', () => [partes()[0], partes()[1], partes()[1], partes()[2]].join('.')],
    ['com preenchimento', () => `${bom}=`],
    ['com preenchimento no meio', () => [partes()[0], `${partes()[1]}==`, partes()[2]].join('.')],
    ['em base64 comum', () => `${partes().slice(0, 2).join('.')}.+/${partes()[2].slice(2)}`],
    ['com espaço no meio', () => `${partes()[0]}. ${partes()[1]}.${partes()[2]}`],
    ['com escape de URL', () => bom.replace('.', '%2e')],
    ['duas vezes', () => `${bom} ${bom}`],
    ['duas vezes, com vírgula', () => `${bom},${bom}`],
    ['com Bearer duas vezes', () => `Bearer ${bom}`],
    ['entre aspas', () => `"${bom}"`],
    [
      'em JSON',
      () => JSON.stringify({ payload: partes()[1], protected: partes()[0], signature: partes()[2] }),
    ],
    ['de conteúdo que não é JSON', () => hmac(`${cabecalhoCom({})}.${b64('nada')}`)],
    ['de conteúdo nulo', () => hmac(`${cabecalhoCom({})}.${b64('null')}`)],
    ['de conteúdo em lista', () => hmac(`${cabecalhoCom({})}.${b64('[]')}`)],
    ['de conteúdo em número', () => hmac(`${cabecalhoCom({})}.${b64('1')}`)],
    ['de conteúdo vazio', () => hmac(`${cabecalhoCom({})}.`)],
    ['de cabeçalho nulo', () => hmac(`${b64('null')}.${partes()[1]}`)],
    ['de cabeçalho em lista', () => hmac(`${b64('[]')}.${partes()[1]}`)],
    ['de cabeçalho com BOM', () => hmac(`${b64('\uFEFF{"alg":"HS256","typ":"JWT"}')}.${partes()[1]}`)],
    ['com JSON muito fundo', () => hmac(`${cabecalhoCom({})}.${b64('['.repeat(5_000))}`)],
    ['com 8 kB', () => 'a'.repeat(8_000)],
    ['com 8 kB e bem assinado', () => comClaims({ aud: 'x'.repeat(5_000) })],
    ['com 12 kB de pontos', () => '.'.repeat(12_000)],
  ];

  /** The answer to a request written by hand: some headers no client would send. */
  const pedirCru = (...cabecalhos: string[]): Promise<string> =>
    new Promise((resolver, recusar) => {
      const { hostname, port } = new URL(app.url);
      const soquete = connect(Number(port), hostname);
      let resposta = '';
      soquete.setEncoding('latin1').on('data', (pedaco: string) => (resposta += pedaco));
      soquete.on('error', recusar).on('close', () => resolver(resposta));
      const linhas = ['GET /v1/auth/eu HTTP/1.1', `Host: ${hostname}`, ...cabecalhos, 'Connection: close'];
      soquete.write(`${linhas.join('\r\n')}\r\n\r\n`, 'latin1');
    });

  const ataques = [...algoritmos, ...chaves, ...conteudos, ...formas];

  it('deve haver ao menos 40, e o token que eles estragam servir', async () => {
    expect(ataques.length).toBeGreaterThanOrEqual(40);
    expect(await pedirCru(`Authorization: Bearer ${bom}`)).toMatch(/^HTTP\/1\.1 200 /);
    const { status } = await app.pedir('GET', '/v1/auth/eu', undefined, {
      authorization: `Bearer ${comClaims({ nbf: agora() - 60 })}`,
    });
    expect(status).toBe(200);
  });

  it.each(ataques)('deve recusar token: %s', async (_, token) => {
    const { status, corpo, cabecalhos } = await app.pedir('GET', '/v1/auth/eu', undefined, {
      authorization: `Bearer ${token()}`,
    });
    expect([status, corpo.error[0]!.codigo]).toEqual([401, 'ACESSO.TOKEN_INVALIDO']);
    expect(cabecalhos.get('www-authenticate')).toBe('Bearer');
  });

  const enderecados: [string, () => string[]][] = [
    ['dois, o bom primeiro', () => [`Authorization: Bearer ${bom}`, 'Authorization: Bearer x']],
    ['dois, o bom por último', () => ['Authorization: Bearer x', `Authorization: Bearer ${bom}`]],
    ['dois bons', () => [`Authorization: Bearer ${bom}`, `authorization: Bearer ${bom}`]],
    ['como Basic', () => [`Authorization: Basic ${bom}`]],
    ['sem esquema', () => [`Authorization: ${bom}`]],
    ['sem espaço', () => [`Authorization: Bearer${bom}`]],
    ['com tabulação', () => [`Authorization: Bearer\t${bom}`]],
    ['vazio', () => ['Authorization: ']],
    ['só o esquema', () => ['Authorization: Bearer']],
    ['em bytes que não são ASCII', () => [`Authorization: Bearer ${bom}\u00e9`]],
    ['num cookie', () => [`Cookie: accessToken=${bom}`]],
    ['noutro cabeçalho', () => [`X-Authorization: Bearer ${bom}`, `X-Access-Token: ${bom}`]],
  ];
  it.each(enderecados)('deve recusar cabeçalho: %s', async (_, cabecalhos) => {
    expect(await pedirCru(...cabecalhos())).toMatch(
      /^HTTP\/1\.1 401 [^]*"codigo":"ACESSO\.(SEM_TOKEN|TOKEN_INVALIDO)"/,
    );
  });

  it('deve recusar o token no endereço', async () => {
    const { status } = await app.pedir('GET', `/v1/auth/eu?access_token=${bom}`, undefined, {
      authorization: '',
    });
    expect(status).toBe(401);
  });
});
