import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Documento } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';
import { esperaQueNadaMude } from './nada-mudou.js';
import { conferirEnvelope, enviar } from './recusa.js';
import { montarHospitalCompleto } from './hospital-completo.js';

const escrever = (conteudo: unknown): string => Buffer.from(JSON.stringify(conteudo)).toString('base64url');
const ler = (cursor: string): [ordem: string, valor: unknown, id: unknown] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, unknown, unknown];

const SQL = "x' OR '1'='1'; DROP TABLE leitos; --";

/** What is no cursor of any list. */
const LIXO = [
  ...[
    'lixo',
    '%00',
    '=',
    '\u{1F600}',
    'e30',
    'W10',
    'bnVsbA',
    'MQ',
    'x'.repeat(1_001),
    '../../etc/passwd',
    SQL,
  ],
  ...[[], {}, null, 1, 'texto', [1, 2, 3], ['x', 'y'], [null, null, null], { 0: 'a', 1: 1, 2: 1 }].map(
    escrever,
  ),
];

/** A cursor of this list, spoilt. */
const estragados = ([ordem, valor, id]: [string, unknown, unknown]): string[] =>
  [
    [`${ordem} OR 1=1`, valor, id],
    [ordem.startsWith('-') ? ordem.slice(1) : `-${ordem}`, valor, id],
    ['senha_hash', valor, id],
    [SQL, SQL, SQL],
    [ordem, { $gt: '' }, id],
    [ordem, [valor], id],
    [ordem, true, id],
    [ordem, 'x'.repeat(201), id],
    [ordem, valor, null],
    [ordem, valor, { toString: '1' }],
    [ordem, valor, 1.5],
    [ordem, valor, 2 ** 60],
    [ordem, 2 ** 60, id],
  ].map(escrever);

/** A cursor that this list never gave, though it looks like one. */
const improvaveis = ([ordem, valor, id]: [string, unknown, unknown]): string[] =>
  [
    [ordem, valor, -1],
    [ordem, valor, 2 ** 53 - 1],
    [ordem, valor, SQL],
    [ordem, valor, ''],
    [ordem, SQL, id],
    [ordem, '', id],
    [ordem, '\u{1F600}\ud800', id],
    [ordem, `${String(valor)}\u0000`, id],
    [ordem, '9999-99-99 99:99:99.999', id],
    [ordem, -(2 ** 53 - 1), id],
  ].map(escrever);

describe('cursor forjado', () => {
  let app: AplicacaoDeTeste;
  let listas: string[];

  beforeAll(async () => {
    app = await montarHospitalCompleto();
    listas = (await Documento.ler(app)).operacoes
      .filter(({ parametros }) => parametros.some(({ name }) => name === 'cursor'))
      .map((lista) => enderecoDe(lista));
  });
  afterAll(() => app.encerrar());

  const proximo = async (lista: string): Promise<string | null> =>
    (await app.get(`${lista}?limite=1`)).corpo.meta?.proximoCursor ?? null;
  const pagina = (lista: string, cursor: string): Ataque => ({
    envio: { metodo: 'GET', caminho: `${lista}?limite=1&cursor=${encodeURIComponent(cursor)}` },
    status: 400,
    campos: ['cursor'],
  });

  it('deve receber 400 em qualquer lista, se não for cursor nenhum', async () => {
    expect(listas.length).toBeGreaterThan(10);
    const ataques = listas.flatMap((lista) => LIXO.map((cursor) => pagina(lista, cursor)));
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 400 se for de outra lista ou de outra ordem', async () => {
    const cursores = new Map<string, string>();
    for (const lista of listas) {
      const cursor = await proximo(lista);
      if (cursor) cursores.set(lista, cursor);
    }
    expect(cursores.size).toBeGreaterThan(8);
    const ataques = listas.flatMap((lista) =>
      [...cursores].filter(([outra]) => outra !== lista).map(([, cursor]) => pagina(lista, cursor)),
    );
    const daOutraOrdem = ['setores', 'pacientes', 'medicos', 'convenios', 'especialidades'].map(
      (registro) => ({
        ...pagina(`/v1/${registro}`, cursores.get(`/v1/${registro}`)!),
        envio: {
          metodo: 'GET',
          caminho: `/v1/${registro}?ordem=-criadoEm&cursor=${cursores.get(`/v1/${registro}`)!}`,
        },
      }),
    );
    expect(await falhasDosAtaques(app, [...ataques, ...daOutraOrdem])).toEqual([]);
  });

  it('deve receber 400 se alguém mexeu nele', async () => {
    const ataques: Ataque[] = [];
    for (const lista of listas) {
      const cursor = await proximo(lista);
      if (cursor) ataques.push(...estragados(ler(cursor)).map((ruim) => pagina(lista, ruim)));
    }
    expect(ataques.length).toBeGreaterThan(100);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve não derrubar nada nem mudar nada, se só parece verdadeiro', async () => {
    await esperaQueNadaMude(app, async () => {
      for (const lista of listas) {
        const cursor = await proximo(lista);
        for (const falso of cursor ? improvaveis(ler(cursor)) : []) {
          const resposta = await enviar(app, pagina(lista, falso).envio);
          expect([lista, ler(falso), [200, 400].includes(resposta.status)]).toEqual([
            lista,
            ler(falso),
            true,
          ]);
          if (resposta.status === 400) conferirEnvelope(resposta, 400);
        }
      }
      // What was answered may have been clinical: that it was read is written down.
    }, ['auditoria']);
  });

  it('deve ser aceito como veio, e trazer o que vem depois', async () => {
    for (const lista of listas) {
      const cursor = await proximo(lista);
      if (!cursor) continue;
      const [primeira, segunda] = [
        await app.get<unknown[]>(`${lista}?limite=1`),
        await app.get<unknown[]>(`${lista}?limite=1&cursor=${cursor}`),
      ];
      expect([lista, segunda.status, segunda.corpo.data?.length]).toEqual([lista, 200, 1]);
      expect(segunda.corpo.data).not.toEqual(primeira.corpo.data);
    }
  });
});
