import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { Documento, type Esquema } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { ataquesAosCampos, enderecoDe } from './ataques-aos-campos.js';

/** JSON that is of no use to a field of this type. */
const TROCADOS: Readonly<Record<NonNullable<Esquema['type']>, readonly string[]>> = {
  integer: [
    '2147483648',
    '-2147483649',
    '9007199254740993',
    '1.5',
    '1e400',
    '-1e400',
    '"1"',
    '""',
    'true',
    '[]',
    '{}',
    '[1]',
  ],
  number: ['1e400', '-1e400', '"1"', 'true', '[]', '{}'],
  string: ['1', '1.5', '1e400', 'true', 'false', '[]', '{}', '["a"]', '{"toString":"a"}'],
  boolean: ['0', '1', '1e400', '"true"', '""', '[]', '{}'],
  array: ['1', '1e400', '"1"', 'true', '{}', '[null]', '[[]]', '{"length":1}'],
  object: ['1', '1e400', '"1"', 'true', '[]', '[{}]'],
};

/** Values of the right type that the schema itself rules out. */
function foraDosLimites({
  type,
  format,
  enum: opcoes,
  minimum,
  maximum,
  exclusiveMinimum,
  minLength,
}: Esquema): string[] {
  const ruins: string[] = [];
  if (opcoes && type === 'string') ruins.push('""', '"inventado"', `" ${String(opcoes[0])} !"`);
  if (format === 'date')
    ruins.push('"2023-02-30"', '"2023-13-01"', '"1700-01-01"', '"0000-00-00"', '""', '"9999999-01-01"');
  if (format === 'date-time')
    ruins.push(
      '"2023-02-30T10:00:00Z"',
      '"2023-13-01T10:00:00Z"',
      '"2026-06-01"',
      '"2026-06-01T10:00:00"',
      '"2026-06-01T25:00:00Z"',
      '"+275760-09-13T00:00:00Z"',
      '"1e400"',
      '""',
    );
  if (format === 'email') ruins.push('"a"', '"a@"', '"a@b@c"', '""');
  if (minimum !== undefined) ruins.push(String(exclusiveMinimum ? minimum : minimum - 1));
  if (maximum !== undefined) ruins.push(String(maximum + 1));
  if (minLength !== undefined && minLength > 0) ruins.push('""');
  return ruins;
}

const NAO_SAO_OBJETOS = ['[]', 'null', '[{}]', '"x"', '5', 'true', '1e400'];
const DESCONHECIDOS = ['campoQueNaoHa', 'id', 'versao', 'ativo', 'criadoEm', 'autorId', '$where', 'a.b'];

describe('tipos e limites trocados, em cada campo de cada corpo', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  const emCadaCampo = (ruins: (esquema: Esquema) => readonly string[]): Ataque[] =>
    documento.corposDistintos.flatMap((operacao) =>
      ataquesAosCampos(documento, operacao, ({ esquema }) => ruins(esquema)),
    );

  it('deve ser recusado o que é de outro tipo, com o nome do campo e sem nada mudar', async () => {
    const ataques = emCadaCampo(({ type, nullable }) => [...TROCADOS[type!], ...(nullable ? [] : ['null'])]);
    expect(ataques.length).toBeGreaterThan(200);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve ser recusado o que passa dos limites que o documento anuncia', async () => {
    const ataques = emCadaCampo(foraDosLimites);
    expect(ataques.length).toBeGreaterThan(50);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve ser recusado o corpo que não é um objeto, o vazio e o que tem campo desconhecido', async () => {
    const ataques = documento.comCorpo.flatMap((operacao, i): Ataque[] => {
      // Every value on one route; on the others, enough to know that they look.
      const quantos = i === 0 ? undefined : 2;
      const { metodo } = operacao;
      const caminho = enderecoDe(operacao);
      const { required: obrigatorios = [] } = documento.resolver(operacao.corpo);
      const vazio = { envio: { metodo, caminho, corpo: '{}' }, status: 422 };
      return [
        ...NAO_SAO_OBJETOS.slice(0, quantos).map((corpo) => ({
          envio: { metodo, caminho, corpo },
          status: 422,
        })),
        ...(obrigatorios.length > 0 ? [{ ...vazio, campos: obrigatorios }] : []),
        ...DESCONHECIDOS.slice(0, quantos).map((campo) => ({
          envio: { metodo, caminho, corpo: JSON.stringify({ [campo]: 1 }) },
          status: 422,
          codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
        })),
      ];
    });
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });
});
