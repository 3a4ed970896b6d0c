import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ler, RAIZ } from '../documentos/apoio/arquivos.js';

const arquivos = (pasta: string, final: RegExp): string[] =>
  readdirSync(join(RAIZ, pasta), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && final.test(item.name) && !/spec\.ts$/.test(item.name))
    .map((item) => join(item.parentPath, item.name).slice(RAIZ.length + 1));

const CODIGO = [...arquivos('src', /\.ts$/), ...arquivos('migrations', /\.ts$/)];

/** What must not be in the code of the product, and where it may: `file: why` in the comment beside. */
const PROIBIDO: [o_que: string, padrao: RegExp, onde: string[]][] = [
  ['código feito de texto', /\beval\(|new Function\(|node:vm['"]|setTimeout\(\s*['"`]/, []],
  ['programas do sistema', /node:child_process|from 'child_process'/, []],
  ['pedidos a outros servidores', /\bfetch\(|node:https|https?\.request\(|\baxios\b|\bundici\b/, []],
  ['XML', /xml2js|fast-xml-parser|DOMParser|libxml|xmldom/, []],
  ['desserialização de objetos', /v8['"]|\.deserialize\(|node-serialize|yaml['"]/, []],
  ['MD5', /['"`]md5['"`]/i, []],
  // A mark of what was sent, to tell one answer from another: nothing is proved by it.
  [
    'SHA-1',
    /['"`]sha1['"`]/i,
    [
      'src/documentacao/arquivo-em-memoria.ts',
      'src/plataforma/http/versoes.ts',
      'src/modulos/acesso/dominio/totp.ts',
    ],
  ],
  [
    'cifra que não autentica',
    /aes-\d+-(ecb|cbc|ctr|cfb|ofb)|createCipher\(|\bdes-|\brc4\b|RSA_PKCS1_PADDING/i,
    [],
  ],
  // How long to wait before trying again; who guesses it gains nothing.
  [
    'sorte adivinhável',
    /Math\.random/,
    [
      'src/banco/unidade-de-trabalho.ts',
      'src/modulos/notificacoes/dominio/nova-tentativa.ts',
      'src/plataforma/eventos/executor-de-entregas.ts',
    ],
  ],
  // Only where there is no password to send, and the alternative is plain text.
  [
    'certificado não conferido',
    /rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED/,
    ['src/plataforma/correio/opcoes-smtp.ts'],
  ],
  ['biscoitos', /set-cookie|setCookie|@fastify\/cookie/i, []],
  ['sincronizar o esquema', /synchronize: true/, []],
  ['protótipos', /\.__proto__|Object\.setPrototypeOf|\bmerge\(.*body/, []],
];

describe('código do produto', () => {
  it.each(PROIBIDO)('deve não usar %s', (_, padrao, onde) => {
    expect(CODIGO.length).toBeGreaterThan(300);
    const usam = CODIGO.filter((arquivo) => padrao.test(ler(arquivo)));
    expect(usam.filter((arquivo) => !onde.includes(arquivo))).toEqual([]);
  });

  it('deve escapar tudo o que põe nos modelos de página e de e-mail', () => {
    const modelos = arquivos('src', /\.hbs$/);
    expect(modelos.length).toBeGreaterThan(5);
    expect(modelos.filter((modelo) => /\{\{\{|\{\{&/.test(ler(modelo)))).toEqual([]);
    const semEscape = CODIGO.filter((arquivo) => /noEscape: true|SafeString/.test(ler(arquivo)));
    for (const arquivo of semEscape)
      expect([arquivo, ler(arquivo)]).toEqual([arquivo, expect.stringMatching(/texto|txt/)]);
  });

  it('deve deixar o navegador esconder, colar e guardar cada senha que se digita numa página', () => {
    const campos = arquivos('src', /\.hbs$/)
      .flatMap((modelo) => [...ler(modelo).matchAll(/<input[^>]*>/g)].map(([campo]) => campo))
      .filter((campo) => /senha/i.test(campo));
    expect(campos.length).toBeGreaterThan(0);
    for (const campo of campos) {
      expect(campo).toMatch(/type="password"/);
      expect(campo).toMatch(/autocomplete="(new|current)-password"/);
      expect(campo).not.toMatch(/\son\w+=/);
    }
  });

  it('deve perceber cada coisa proibida', () => {
    const RUINS = [
      'eval(x)',
      "from 'node:child_process'",
      'await fetch(url)',
      "require('xml2js')",
      "import 'node-serialize'",
      "createHash('md5')",
      "createHash('sha1')",
      "createCipheriv('aes-256-cbc')",
      'Math.random()',
      'rejectUnauthorized: false',
      "header('Set-Cookie', a)",
      'synchronize: true',
      'a.__proto__ = b',
    ];
    expect(PROIBIDO.map(([, padrao], i) => padrao.test(RUINS[i]!))).toEqual(RUINS.map(() => true));
  });
});
