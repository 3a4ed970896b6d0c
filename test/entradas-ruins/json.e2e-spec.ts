import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { ataquesAosCampos, comJson, enderecoDe } from './ataques-aos-campos.js';
import { CADASTROS } from './corpos.js';

const FUNDO = 5_000;
const ILEGIVEIS = [
  ...[
    '{',
    '[1,',
    '{"a":}',
    "{'a':1}",
    '{"a":1}}',
    '{"a":01}',
    '{"a":NaN}',
    '{"a":undefined}',
    '\u0000',
    '{"a":"\u0001"}',
  ],
  '['.repeat(FUNDO),
  '{"a":'.repeat(FUNDO) + '1' + '}'.repeat(FUNDO),
];

const ilegivel = (metodo: string, caminho: string, corpo: string): Ataque => ({
  envio: { metodo, caminho, corpo },
  status: 400,
  codigo: 'PLATAFORMA.JSON_ILEGIVEL',
});

/** Texts that no field of a body may keep: control characters, halves of a character, nothing to be seen. */
const TEXTOS_IMPOSSIVEIS = [
  ...['"\\u0000"', '"a\\u0000b"', '"a\\u0007b"', '"a\\u001bb"', '"a\\u007fb"'],
  ...['"\\ud800"', '"a\\udc00b"', '"\\udc00\\ud800"', '"a\\ud83d"', '"\\uffff"'],
  ...['""', '"   "', '"\\t\\n"', '"\\u00a0\\u3000\\u2003"'],
];
const INVISIVEIS = ['"\\u200f"', '"\\u200b\\u200d"', '"\\u2060\\u00ad"', '"\\u202e\\u202c"'];

/** Names that every object of JavaScript already has. */
const INTERNOS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe('JSON hostil', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  it('deve receber 400 o JSON ilegível', async () => {
    const ataques = ILEGIVEIS.map((corpo) => ilegivel('POST', '/v1/pacientes', corpo));
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 400 o JSON de 5.000 níveis, em qualquer rota', async () => {
    const fundo = `{"nome":${'['.repeat(FUNDO)}${']'.repeat(FUNDO)}}`;
    const ataques = documento.comCorpo.map(({ metodo, caminho }) =>
      ilegivel(metodo, enderecoDe({ caminho }), fundo),
    );
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 422 o campo com nome de coisa interna do JavaScript', async () => {
    const ataques = documento.comCorpo.flatMap(({ metodo, caminho, corpo }) => {
      const inteiro = JSON.stringify(corpoCompleto(documento, corpo)).slice(1, -1);
      return INTERNOS.map((nome): Ataque => {
        const campos = [inteiro, `"${nome}":{"prototype":{"admin":true},"admin":true}`].filter(Boolean);
        return {
          envio: { metodo, caminho: enderecoDe({ caminho }), corpo: `{${campos.join()}}` },
          status: 422,
          codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
        };
      });
    });
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  const emCadaTexto = (textos: readonly string[]): Ataque[] =>
    documento.corposDistintos.flatMap((operacao) =>
      ataquesAosCampos(documento, operacao, ({ esquema: { type, format } }) =>
        type === 'string' && format !== 'password' ? textos : [],
      ),
    );

  it('deve receber 422 o texto com caracteres de controle, meios caracteres ou só espaços', async () => {
    const ataques = emCadaTexto(TEXTOS_IMPOSSIVEIS);
    expect(ataques.length).toBeGreaterThan(100);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 422 o texto em que não se vê nada', async () => {
    expect(await falhasDosAtaques(app, emCadaTexto(INVISIVEIS))).toEqual([]);
  });

  it('deve guardar como veio o texto de outras escritas, com as suas marcas de direção', async () => {
    for (const nome of [
      'مريم \u200fبنت علي',
      'שרה\u200e Souza',
      '山田 花子',
      'Nguyễn Thị Ánh',
      "D'Ávila & Filhos <b>",
      'Zoë 👩🏽‍⚕️',
    ]) {
      const { id } = await app.criar('/v1/pacientes', { ...CADASTROS.pacientes, nome });
      expect((await app.get(`/v1/pacientes/${id}`)).corpo.data.nome).toBe(nome);
    }
  });

  it('deve dizer de uma vez todos os campos errados, cada um uma vez', async () => {
    const ruins = {
      nome: '1',
      sexo: '"X"',
      dataNascimento: '"2023-02-30"',
      'endereco.cep': '"1"',
      'contatoEmergencia.telefone': '"1"',
    };
    const corpo = comJson(CADASTROS.pacientes, ruins);
    const { corpo: recusa } = await app.pedir('POST', '/v1/pacientes', corpo);
    expect(recusa.error.map(({ campo }) => campo).sort()).toEqual(Object.keys(ruins).sort());
  });
});
