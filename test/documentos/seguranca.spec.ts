import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ler, RAIZ } from './apoio/arquivos.js';

/** Requirements of levels 1 and 2 that an API has: how many of each section, numbered from 1, but for those named. */
const SECOES: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.entries({
    ...{ '1.1': 2, '1.2': [1, 2, 3, 4, 5, 9], '1.3': [1, 2, 3, 5, 6, 7, 10, 11], '1.4': 3, '1.5': 2 },
    ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '4.1': 3, '4.2': 1, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
    ...{
      '6.1': 3,
      '6.2': [1, 2, 3, 4, 5, 8, 9, 10, 11, 12],
      '6.3': 4,
      '6.4': 4,
      '6.5': 5,
      '6.6': 3,
      '6.8': 4,
    },
    ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
    ...{ '9.1': 3, '9.2': 4, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
    ...{ '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
    ...{ '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
    ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  }).map(([secao, quais]) => [
    secao,
    typeof quais === 'number' ? Array.from({ length: quais }, (_, i) => i + 1) : quais,
  ]),
);
const APLICAVEIS = Object.entries(SECOES).flatMap(([secao, numeros]) => numeros.map((n) => `${secao}.${n}`));

const SEM_TESTE = ['documento', 'parcial', 'dever do operador', 'não se aplica'] as const;
const COM_TESTE = 'teste automático';

interface Requisito {
  readonly id: string;
  readonly controle: string;
  readonly prova: string;
  readonly especie: string;
  readonly arquivos: readonly string[];
}

/** The rows of the ledger, of any document with its form. */
function requisitosDe(documento: string): Requisito[] {
  return [...documento.matchAll(/^\| (\d+\.\d+\.\d+) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, id, , controle, prova]) => ({
      id: id!,
      controle: controle!,
      prova: prova!,
      especie: SEM_TESTE.find((especie) => prova!.startsWith(`${especie}:`)) ?? COM_TESTE,
      arquivos: [...prova!.matchAll(/`([\w./-]+\.ts)`/g)].map(([, arquivo]) => arquivo!),
    }),
  );
}

const sumidos = (requisitos: readonly Requisito[]): string[] =>
  requisitos.flatMap(({ id, arquivos }) =>
    arquivos.filter((arquivo) => !existsSync(join(RAIZ, arquivo))).map((arquivo) => `${id}: ${arquivo}`),
  );

const texto = ler('docs/seguranca.md');
const todos = requisitosDe(texto);
/** What pages need comes after, and is not counted among those of an API. */
const daApi = requisitosDe(texto.split('\n### V3 ')[0]!);
const quantos = (especie: string): number =>
  daApi.filter((requisito) => requisito.especie === especie).length;

describe('livro de requisitos de segurança', () => {
  it('deve ter cada um dos 184 requisitos que se aplicam, uma vez', () => {
    expect(APLICAVEIS).toHaveLength(184);
    expect(daApi.map(({ id }) => id)).toEqual(APLICAVEIS);
    expect(new Set(todos.map(({ id }) => id)).size).toBe(todos.length);
  });

  it('deve dizer no alto as contas que a tabela dá', () => {
    const ditas = [
      ...texto.matchAll(
        /^\| (Teste automático|Documento|Parcial|Dever do operador|Não se aplica) +\| (\d+) +\|$/gm,
      ),
    ];
    expect(ditas.map(([, especie, n]) => [especie!.toLowerCase(), Number(n)])).toEqual(
      [COM_TESTE, ...SEM_TESTE].map((especie) => [especie, quantos(especie)]),
    );
  });

  it('deve haver ao menos 120 provados por teste', () => {
    expect(quantos(COM_TESTE)).toBeGreaterThanOrEqual(120);
  });

  it('deve existir cada teste que se cita, e ser um teste', () => {
    expect(sumidos(todos)).toEqual([]);
    for (const { id, especie, arquivos } of todos) {
      if (especie === COM_TESTE) expect([id, arquivos.length > 0]).toEqual([id, true]);
      expect([id, arquivos.filter((arquivo) => !/spec\.ts$/.test(arquivo))]).toEqual([id, []]);
    }
  });

  it('deve dizer como se cumpre o que tem teste, e o porquê do que não tem', () => {
    for (const { id, especie, controle, prova } of todos) {
      if (especie !== 'não se aplica') expect([id, controle]).toEqual([id, expect.stringMatching(/.{8,}/)]);
      if (especie !== COM_TESTE)
        expect([id, prova.slice(especie.length + 1).trim()]).toEqual([id, expect.stringMatching(/.{8,}/)]);
    }
  });

  it('deve haver cada capítulo a que um requisito manda', () => {
    const capitulos = [...texto.matchAll(/^#{2,3} (.+)$/gm)].map(([, titulo]) =>
      titulo!.toLowerCase().replace(/ /g, '-'),
    );
    const citados = [...texto.matchAll(/\]\(#([^)]+)\)/g)].map(([, ancora]) => ancora!);
    expect(citados.length).toBeGreaterThan(8);
    expect(citados.filter((ancora) => !capitulos.includes(ancora))).toEqual([]);
  });

  it('deve perceber um teste que sumiu e um requisito sem prova', () => {
    const ruim = requisitosDe('| 1.1.1 | pede | cumpre-se | `test/seguranca/nada.spec.ts` |\n');
    expect(sumidos(ruim)).toEqual(['1.1.1: test/seguranca/nada.spec.ts']);
    expect(requisitosDe('| 1.1.1 | pede | cumpre-se | a confiança |\n')[0]).toMatchObject({
      especie: COM_TESTE,
      arquivos: [],
    });
  });
});
