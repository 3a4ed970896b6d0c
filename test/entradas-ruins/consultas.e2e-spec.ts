import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Esquema, type Parametro } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';

// prettier-ignore
const NAO_SAO_IDS = ['abc', '0', '2147483648', '%00', '-1', '1.5', '1e3', '0x1', '9'.repeat(20), '%20', '1%00', "1'--", '1;2', '٣', '__proto__'];

const LIMITES = [
  '-1',
  '0',
  '101',
  '1e400',
  'abc',
  '1.5',
  '',
  '%20',
  '0x10',
  '%2B5',
  '2147483648',
  '[]',
  'null',
];
const DESCONHECIDOS = ['naoHa', '__proto__', 'constructor', 'toString', '$where'];

interface Consulta {
  readonly partes: readonly string[];
  readonly campos: readonly string[];
}

describe('consultas e endereços hostis', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  /** On each address that takes a query: `quais` answers the parts of one query after another, with the names at fault. */
  const emCadaConsulta = (quais: (parametros: Parametro[]) => Consulta[]): Ataque[] =>
    documento.operacoes.flatMap((operacao) => {
      const parametros = operacao.parametros.filter((p) => p.in === 'query');
      if (parametros.length === 0) return [];
      return quais(parametros).map(({ partes, campos }): Ataque => {
        const faltam = parametros.filter(
          (p) => p.required && !partes.some((parte) => parte.startsWith(p.name)),
        );
        const consulta = [
          ...partes,
          ...faltam.map(({ name, schema }) => `${name}=${exemploNaConsulta(schema)}`),
        ];
        return {
          envio: { metodo: operacao.metodo, caminho: `${enderecoDe(operacao)}?${consulta.join('&')}` },
          status: 400,
          campos,
        };
      });
    });
  const nomes = (parametros: readonly Parametro[]): string[] => parametros.map(({ name }) => name);

  it('deve receber 400 o limite errado, em qualquer lista', async () => {
    const ataques = emCadaConsulta((parametros) =>
      nomes(parametros).includes('limite')
        ? LIMITES.map((limite) => ({ partes: [`limite=${limite}`], campos: ['limite'] }))
        : [],
    );
    expect(ataques.length).toBeGreaterThan(100);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 400 o parâmetro repetido, em forma de lista ou de objeto, ou desconhecido', async () => {
    const ataques = emCadaConsulta((parametros) => [
      {
        partes: parametros.flatMap(({ name, schema }) =>
          Array<string>(2).fill(`${name}=${exemploNaConsulta(schema)}`),
        ),
        campos: nomes(parametros),
      },
      { partes: nomes(parametros).map((nome) => `${nome}[]=1`), campos: nomes(parametros) },
      { partes: nomes(parametros).map((nome) => `${nome}[a]=1`), campos: nomes(parametros) },
      ...DESCONHECIDOS.map((nome) => ({ partes: [`${nome}=1`], campos: [nome] })),
    ]);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 400 o filtro de outro tipo, com o nome de cada um', async () => {
    const ataques = emCadaConsulta((parametros) => {
      const ruins = parametros.map((parametro) => ruinsNaConsulta(parametro));
      return Array.from({ length: Math.max(...ruins.map(({ length }) => length)) }, (_, i) => {
        const errados = parametros.filter((__, p) => i < ruins[p]!.length);
        const partes = errados.map(
          (p) => `${p.name}=${encodeURIComponent(ruins[parametros.indexOf(p)]![i]!)}`,
        );
        return { partes, campos: nomes(errados) };
      });
    });
    expect(ataques.length).toBeGreaterThan(100);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 404 o que não é id, e 400 o que nem endereço é', async () => {
    const comId = documento.operacoes.filter(({ caminho }) => /\{\w*[iI]d\}/.test(caminho));
    const ataques = comId.flatMap(({ metodo, caminho, corpo, parametros }, i) => {
      const valido = corpo ? { corpo: JSON.stringify(corpoCompleto(documento, corpo)) } : {};
      const consulta = parametros.some(({ name }) => name === 'motivo') ? '?motivo=Fim' : '';
      return [
        ...NAO_SAO_IDS.slice(0, i === 0 ? undefined : 3).map((id): Ataque => ({
          envio: { metodo, caminho: enderecoDe({ caminho }, id) + consulta, ...valido },
          status: 404,
        })),
        { envio: { metodo, caminho: enderecoDe({ caminho }, '%ff'), ...valido }, status: 400 },
      ];
    });
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });
});

function exemploNaConsulta({ example, type }: Esquema): string {
  const valor = example ?? (type === 'boolean' ? true : 1);
  return encodeURIComponent(typeof valor === 'string' ? valor : JSON.stringify(valor));
}

function ruinsNaConsulta({
  schema: { type, format, enum: opcoes, minimum, maximum, maxLength },
}: Parametro): string[] {
  if (type === 'integer' || type === 'number')
    return [
      'abc',
      '1.5',
      '1e400',
      '',
      ' ',
      '0x1',
      'null',
      '9007199254740993',
      `${(minimum ?? -2147483647) - 1}`,
      `${(maximum ?? 2147483647) + 1}`,
    ];
  if (type === 'boolean') return ['sim', '1', '', 'TRUE', 'null'];
  if (opcoes) return ['', 'inventado', `${String(opcoes[0])},${String(opcoes[0])}`, "' OR 1=1 --"];
  if (format === 'date') return ['2023-02-30', '2023-13-01', '1700-01-01', '', 'hoje'];
  if (format === 'date-time')
    return ['2023-02-30T10:00:00Z', '2026-06-01', '', 'agora', '2026-06-01T10:00:00'];
  return ['', '   ', '\u0000', ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)])];
}
