import { resolver } from '../../documento/esquema.js';
import type { Corpo, Valor } from '../../passos/passo.js';
import { semReferencias } from '../../passos/passo.js';
import { quebrar } from '../quebras.js';
import { comoPasso, rascunhar } from '../rascunho.js';
import { leCorpo, type Tecnica, temCorpo } from '../tecnica.js';
import { TEXTOS_HOSTIS } from '../textos.js';

/** One rule of the schema broken, all the rest as it should be; first those that nobody has broken yet. */
const quebra: Tecnica = {
  nome: 'corpo que quebra o esquema',
  alvos: [422],
  peso: 35,
  serve: temCorpo,
  fazer: (c) => {
    const { operacao, sorte } = c;
    const rascunho = rascunhar(c, operacao, () => undefined);
    const todas = quebrar(c.esquemas, operacao.corpo!, rascunho.corpo ?? {});
    const quebras = todas.filter(
      ({ valor }) => c.validadores.pedido(operacao, semReferencias(valor)) !== null,
    );
    if (quebras.length === 0) return null;
    const de = operacao.corpo!.$ref ?? operacao.chave;
    const inicio = sorte.inteiro(0, quebras.length - 1);
    const ordem = [...quebras.slice(inicio), ...quebras.slice(0, inicio)];
    // A rule that was never broken anywhere comes first, then one that was not in this body.
    const { regra, valor } =
      ordem.find((q) => c.inedita(q.regra.replace(/:[^:]*$/, ''))) ??
      ordem.find((q) => c.inedita(`${de} ${q.regra}`)) ??
      ordem[0]!;
    return comoPasso(
      { ...rascunho, corpo: valor },
      { numero: c.numero, especie: 'mutado', tecnica: regra, espera: [422] },
    );
  },
};

type Malformacao = readonly [nome: string, corpo: Corpo, espera: readonly number[]];

const repetido = (texto: string, vezes: number): Corpo => ({ pedacos: [{ texto, vezes }] });
const texto = (t: string): Corpo => repetido(t, 1);
const aninhado = (abre: string, fecha: string): Corpo => ({
  pedacos: [
    { texto: abre, vezes: 5_000 },
    { texto: '1', vezes: 1 },
    { texto: fecha, vezes: 5_000 },
  ],
});

const MALFORMADOS: readonly Malformacao[] = [
  ['JSON cortado', texto('{"nome": "x"'), [400]],
  ['JSON com vírgula a mais', texto('{"nome": "x",}'), [400]],
  ['JSON com aspas simples', texto("{'nome': 'x'}"), [400]],
  ['JSON com NaN', texto('{"valor": NaN}'), [400]],
  ['texto em vez de JSON', texto('nome=x&valor=1'), [400]],
  ['aninhado em listas', aninhado('[', ']'), [400, 422]],
  ['aninhado em objetos', aninhado('{"a":', '}'), [400, 422]],
  ['bytes fora do lugar', texto('{"nome": "\u0001"}'), [400]],
];

const malformado: Tecnica = {
  nome: 'JSON malformado',
  alvos: [400],
  peso: 2,
  serve: leCorpo,
  fazer: (c) => {
    const [nome, corpo, espera] = c.sorte.um(MALFORMADOS);
    return comoPasso(
      rascunhar(c, c.operacao, () => undefined),
      { numero: c.numero, especie: 'hostil', tecnica: nome, corpo, espera },
    );
  },
};

const grande: Tecnica = {
  nome: 'corpo grande demais',
  alvos: [413],
  peso: 1,
  serve: leCorpo,
  fazer: (c) => {
    const corpo: Corpo = {
      pedacos: [
        { texto: '{"nome":"', vezes: 1 },
        { texto: 'm', vezes: c.sorte.um([300_000, 1_048_576]) },
        { texto: '"}', vezes: 1 },
      ],
    };
    return comoPasso(
      rascunhar(c, c.operacao, () => undefined),
      { numero: c.numero, especie: 'hostil', tecnica: 'corpo grande demais', corpo, espera: [413] },
    );
  },
};

const outroTipo: Tecnica = {
  nome: 'outro tipo de conteúdo',
  alvos: [415],
  peso: 1,
  serve: leCorpo,
  fazer: (c) => {
    const tipo = c.sorte.um([
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'nada',
    ]);
    const rascunho = rascunhar(c, c.operacao, () => undefined);
    return comoPasso(
      { ...rascunho, cabecalhos: { 'content-type': tipo } },
      {
        numero: c.numero,
        especie: 'hostil',
        tecnica: `content-type ${tipo}`,
        corpo: { json: rascunho.corpo ?? {} },
        espera: [415],
      },
    );
  },
};

/** Text that a database, a page or a header might take for something else. */
const textoHostil: Tecnica = {
  nome: 'texto hostil',
  alvos: [],
  peso: 8,
  serve: temCorpo,
  fazer: (c) => {
    const rascunho = rascunhar(c, c.operacao, () => undefined);
    const hostil = c.sorte.um(TEXTOS_HOSTIS);
    const campos = camposDeTexto(rascunho.corpo);
    if (campos.length === 0) return null;
    const campo = c.sorte.um(campos);
    const corpo = { ...(rascunho.corpo as object), [campo]: hostil };
    const { format } = resolver(c.esquemas, c.operacao.corpo!).properties?.[campo] ?? {};
    const espera = IMPOSSIVEL.test(hostil) && format === undefined ? { espera: [422] } : {};
    return comoPasso(
      { ...rascunho, corpo },
      { numero: c.numero, especie: 'hostil', tecnica: `texto hostil: ${campo}`, ...espera },
    );
  },
};

/** No text has these: half a character, what a terminal obeys. A password is nobody's to read. */
const IMPOSSIVEL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/u;

const camposDeTexto = (corpo: Valor | undefined): string[] =>
  Object.entries((corpo ?? {}) as object).flatMap(([nome, valor]) =>
    typeof valor === 'string' ? [nome] : [],
  );

/** The same key twice is no JSON to be read; a key that means something to the language is one unknown. */
const chaveDupla: Tecnica = {
  nome: 'chave repetida no JSON',
  alvos: [],
  peso: 1,
  serve: temCorpo,
  fazer: (c) => {
    const rascunho = rascunhar(c, c.operacao, () => undefined);
    const [inicio, status] = c.sorte.um<readonly [string, number]>([
      ['{"zz":1,"zz":2,', 400],
      ['{"__proto__":{"papeis":["ADMIN"]},', 422],
      ['{"constructor":{"prototype":{"a":1}},', 422],
    ]);
    return comoPasso(rascunho, {
      numero: c.numero,
      especie: 'hostil',
      tecnica: `início ${inicio}`,
      corpo: { json: { motivo: 'x', ...(rascunho.corpo as object) }, inicio },
      espera: [status],
    });
  },
};

export const CORPO: readonly Tecnica[] = [quebra, malformado, grande, outroTipo, textoHostil, chaveDupla];
