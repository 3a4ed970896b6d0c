import { type Esquema, resolver } from '../../documento/esquema.js';
import type { Valor } from '../../passos/passo.js';
import { comoPasso, rascunhar } from '../rascunho.js';
import { type Contexto, type Tecnica, temParametro } from '../tecnica.js';
import { TEXTOS_HOSTIS } from '../textos.js';

type Ruim = readonly [regra: string, texto: string];

const NUMEROS_RUINS = ['1.5', '1e400', '99999999999999999999', 'NaN', '0x10', 'um', '%201', 'true'];
const DATAS_RUINS = ['2023-02-30', '2023-13-01', '2023-W05', 'ontem', '1'];

/** Texts that this parameter must refuse. */
function ruins({ type, enum: opcoes, format, minimum, maximum, maxLength, pattern }: Esquema): Ruim[] {
  const com = (regra: string, textos: readonly string[]): Ruim[] =>
    textos.map((texto) => [`${regra} ${texto.slice(0, 20)}`, texto]);
  return [
    ...(opcoes ? com('enum', ['NAO_EXISTE', '%00']) : []),
    ...(type === 'integer' ? com('type', NUMEROS_RUINS) : []),
    ...(type === 'integer' && minimum !== undefined ? com('minimum', [String(minimum - 1)]) : []),
    ...(type === 'integer' && maximum !== undefined ? com('maximum', [String(maximum + 1)]) : []),
    ...(type === 'boolean' ? com('type', ['1', 'sim', 'TRUE']) : []),
    ...(format === 'date' || format === 'date-time' ? com('format', DATAS_RUINS) : []),
    ...(maxLength === undefined || opcoes ? [] : com('maxLength', ['m'.repeat(maxLength + 1)])),
    ...(pattern === undefined ? [] : com('pattern', [';', 'a:0', 'a'])),
  ];
}

const passo = (
  c: Contexto,
  tecnica: string,
  consulta: readonly (readonly [string, string])[],
  espera?: readonly number[],
) => {
  const rascunho = rascunhar(c, c.operacao, () => undefined);
  const nomes = new Set(consulta.map(([nome]) => nome));
  const outros = rascunho.consulta.filter(([nome]) => !nomes.has(nome) && nome !== 'cursor');
  const escrita = consulta.map(([nome, texto]) => `${nome}=${texto}`).join('&');
  const com = comoPasso(
    { ...rascunho, consulta: outros },
    { numero: c.numero, especie: espera ? 'mutado' : 'hostil', tecnica, ...(espera ? { espera } : {}) },
  );
  return { ...com, caminho: [...com.caminho, `${outros.length > 0 ? '&' : '?'}${escrita}`] };
};

const temConsulta: Tecnica['serve'] = (operacao) => temParametro(operacao, 'query');

const quebra: Tecnica = {
  nome: 'consulta que quebra o esquema',
  alvos: [400],
  peso: 12,
  serve: temConsulta,
  fazer: (c) => {
    const { operacao, sorte } = c;
    const todas = operacao.parametros
      .filter(({ onde }) => onde === 'query')
      .flatMap(({ nome, esquema }) =>
        ruins(resolver(c.esquemas, esquema)).map(([regra, texto]) => ({ nome, regra, texto })),
      );
    const inicio = sorte.inteiro(0, todas.length - 1);
    const ordem = [...todas.slice(inicio), ...todas.slice(0, inicio)];
    const escolhida =
      ordem.find(({ nome, regra }) => c.inedita(`${operacao.chave} ?${nome} ${regra}`)) ?? ordem[0];
    return escolhida
      ? passo(c, `?${escolhida.nome} ${escolhida.regra}`, [[escolhida.nome, escolhida.texto]], [400])
      : null;
  },
};

const desconhecido: Tecnica = {
  nome: 'filtro que não existe',
  alvos: [400],
  peso: 1,
  serve: temConsulta,
  fazer: (c) =>
    passo(
      c,
      'filtro que não existe',
      [[c.sorte.um(['filtroQueNaoExiste', '__proto__', 'offset', 'constructor']), '1']],
      [400],
    ),
};

const repetido: Tecnica = {
  nome: 'filtro repetido',
  alvos: [400],
  peso: 1,
  serve: (operacao) => temParametro(operacao, 'query', 'limite'),
  fazer: (c) =>
    passo(
      c,
      'filtro repetido',
      [
        ['limite', '1'],
        ['limite', '2'],
      ],
      [400],
    ),
};

const CURSORES = [
  'abc',
  '%00',
  'W10',
  'bnVsbA',
  'eyJpZCI6MX0',
  Buffer.from('["leitos id",1,1]').toString('base64url'),
  'A'.repeat(900),
];

const cursorForjado: Tecnica = {
  nome: 'cursor forjado',
  alvos: [400],
  peso: 1,
  serve: (operacao) => temParametro(operacao, 'query', 'cursor'),
  fazer: (c) => passo(c, 'cursor forjado', [['cursor', c.sorte.um(CURSORES)]], [400]),
};

/** Nothing breaks, and nothing more is shown than to the same filter with a harmless text. */
const filtroHostil: Tecnica = {
  nome: 'filtro hostil',
  alvos: [],
  peso: 2,
  serve: ({ parametros }) => parametros.some(livre),
  fazer: (c) => {
    const { nome } = c.sorte.um(c.operacao.parametros.filter(livre));
    const texto: Valor = c.sorte.um(TEXTOS_HOSTIS).replace(/[\ud800-\udfff]/g, '');
    return passo(c, `filtro hostil: ${nome}`, [[nome, encodeURIComponent(texto)]]);
  },
};

const livre = ({ onde, nome, esquema }: { onde: string; nome: string; esquema: Esquema }): boolean =>
  onde === 'query' && nome !== 'cursor' && esquema.type === 'string' && !esquema.enum && !esquema.format;

export const CONSULTA: readonly Tecnica[] = [quebra, desconhecido, repetido, cursorForjado, filtroHostil];
