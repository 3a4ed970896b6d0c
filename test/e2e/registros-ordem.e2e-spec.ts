import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

type Item = Readonly<{ id: number; nome: string; criadoEm: string }>;

const PESSOA = { dataNascimento: '1980-02-29', sexo: 'F' };
const NOMES = ['Beta', 'alfa', 'Êpsilon', 'Delta', 'gama'];

/** A register and the body of its `n`-th record. */
const REGISTROS: [string, (nome: string, n: number) => object][] = [
  ['pacientes', (nome) => ({ ...PESSOA, nome })],
  ['convenios', (nome) => ({ nome, tipoPlano: 'FAMILIAR' })],
  ['setores', (nome) => ({ nome, andar: 3 })],
  ['especialidades', (nome) => ({ nome })],
  ['medicos', (nome, n) => ({ nome, conselho: 'CRM', numeroConselho: String(n + 1), ufConselho: 'SP' })],
  [
    'usuarios',
    (nome, n) => ({ nome, email: `u${n}@teste.local`, senha: 'senha de teste', papeis: ['MEDICO'] }),
  ],
];

describe('ordem das listas de cadastros', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  /** All pages of one item each. */
  async function percorrer(caminho: string): Promise<Item[]> {
    const itens: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { corpo }: Awaited<ReturnType<typeof app.get<Item[]>>> = await app.get<Item[]>(
        `${caminho}&limite=1${cursor && `&cursor=${cursor}`}`,
      );
      itens.push(...corpo.data);
      cursor = corpo.meta.proximoCursor;
    }
    return itens;
  }

  it.each(REGISTROS)('deve percorrer %s em cada ordem, sem repetir nem pular', async (registro, corpo) => {
    const ids: number[] = [];
    for (const [n, nome] of NOMES.entries())
      ids.push((await app.criar(`/v1/${registro}`, corpo(nome, n))).id);
    // Two and two at the same instant: the id decides between them.
    for (const [n, dia] of ['2027-01-02', '2027-01-02', '2027-01-01', '2027-01-01', '2027-01-03'].entries())
      await app.unidade.executar((tx) =>
        tx.executar(`UPDATE ${registro} SET criado_em = ? WHERE id = ?`, [
          new Date(`${dia}T12:00:00.123Z`),
          ids[n]!,
        ]),
      );
    const nossos = (itens: Item[]) => itens.map((i) => i.id).filter((id) => ids.includes(id));
    const [beta, alfa, epsilon, delta, gama] = ids;
    const esperadas: Record<string, (number | undefined)[]> = {
      id: [beta, alfa, epsilon, delta, gama],
      criadoEm: [epsilon, delta, beta, alfa, gama],
      ...(registro === 'usuarios' ? {} : { nome: [alfa, beta, delta, epsilon, gama] }),
    };
    for (const [ordem, esperada] of Object.entries(esperadas)) {
      expect([ordem, nossos(await percorrer(`/v1/${registro}?ordem=${ordem}`))]).toEqual([ordem, esperada]);
      expect([ordem, nossos(await percorrer(`/v1/${registro}?ativo=true&ordem=-${ordem}`))]).toEqual([
        ordem,
        [...esperada].reverse(),
      ]);
    }
  });

  it.each(REGISTROS)('deve recusar em %s uma ordem que não há, e o cursor de outra', async (registro) => {
    expect((await app.get(`/v1/${registro}?ordem=cor`)).status).toBe(400);
    const { corpo } = await app.get(`/v1/${registro}?ordem=id&limite=1`);
    const cursor = corpo.meta.proximoCursor;
    for (const ordem of ['-id', 'criadoEm'])
      expect((await app.get(`/v1/${registro}?ordem=${ordem}&cursor=${cursor}`)).status).toBe(400);
  });
});
