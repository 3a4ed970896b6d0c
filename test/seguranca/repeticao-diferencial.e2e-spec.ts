import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import type { Resposta } from '../apoio/aplicacao-de-teste.js';
import { CELULAS } from './celulas-da-matriz.js';
import { type HospitalDeDoisLados, montarDoisLados, type Situacao } from './hospital-de-dois-lados.js';

/** As many as CI has time for; more by `FILTROS`. */
const FILTROS = Number(process.env.FILTROS ?? 2_000);
const SEMENTE = 20_260_601;

type Item = Readonly<Record<string, unknown>>;

/** Whose records each of these reaches in `montarDoisLados`. */
const ALCANCE = {
  MEDICO: ['sobCuidado', 'emergencia'],
  ENFERMAGEM: ['sobCuidado', 'emergencia'],
  PACIENTE: ['proprio'],
} as const satisfies Partial<Record<Papel, readonly Situacao[]>>;
type Limitado = keyof typeof ALCANCE;

interface Lista {
  readonly caminho: string;
  /** The field that tells the patient of an item, and that with its id. */
  readonly paciente: string;
  readonly id: string;
  readonly quem: readonly Limitado[];
  readonly filtros: readonly string[];
  readonly status: readonly string[];
  readonly ordens: readonly string[];
}

const CADASTRO = ['nome', 'dataNascimento', 'ativo', 'telefone', 'ordem'];
const LISTAS: readonly Lista[] = [
  {
    ...{ caminho: '/v1/pacientes', paciente: 'id', id: 'id', quem: ['MEDICO', 'ENFERMAGEM'], status: [] },
    ...{ filtros: CADASTRO, ordens: ['nome', '-nome', 'id', '-id', 'criadoEm', '-criadoEm'] },
  },
  {
    ...{ caminho: '/v1/internacoes', paciente: 'pacienteId', id: 'id', ordens: ['desde', '-desde'] },
    ...{ quem: ['MEDICO', 'ENFERMAGEM', 'PACIENTE'], filtros: ['pacienteId', 'setorId', 'status', 'ordem'] },
    ...{ status: ['SOLICITADA', 'INTERNADA', 'ALTA_PREVISTA', 'ENCERRADA'] },
  },
  {
    ...{ caminho: '/v1/internacoes/solicitacoes', paciente: 'pacienteId', id: 'id', status: [], ordens: [] },
    ...{ quem: ['MEDICO', 'ENFERMAGEM'], filtros: ['pacienteId'] },
  },
  {
    ...{ caminho: '/v1/internacoes/altas-previstas', paciente: 'pacienteId', id: 'internacaoId' },
    ...{ quem: ['MEDICO', 'ENFERMAGEM'], filtros: ['setorId'], status: [], ordens: [] },
  },
  {
    ...{ caminho: '/v1/financeiro/lancamentos', paciente: 'pacienteId', id: 'id', quem: ['PACIENTE'] },
    ...{ filtros: ['pacienteId', 'origem', 'status', 'ordem'], status: ['EMITIDO', 'RASCUNHO'] },
    ...{ ordens: ['id', '-id', 'valor', '-valor', '-vencimento'] },
  },
  {
    ...{ caminho: '/v1/privacidade/pedidos', paciente: 'pacienteId', id: 'id', quem: ['PACIENTE'] },
    ...{ filtros: ['pacienteId'], status: [], ordens: [] },
  },
];

describe('repetição diferencial', () => {
  let hospital: HospitalDeDoisLados;
  let pacientes: number[];

  beforeAll(async () => {
    hospital = await montarDoisLados();
    pacientes = Object.values(hospital.registros).map(({ paciente }) => paciente!);
    const { app } = hospital;
    for (const { internacao } of Object.values(hospital.registros)) {
      const para = new Date(app.relogio.agora().getTime() + 86_400_000).toISOString();
      await app.post(`/v1/internacoes/${internacao}/prever-alta`, { para });
    }
    // Somebody else's patient who still waits for a bed.
    const dados = { nome: 'Fulana que espera', dataNascimento: '1980-02-29', sexo: 'F' };
    const { id: pacienteId } = await app.criar('/v1/pacientes', dados);
    const [outro] = await app.consultar('SELECT MAX(id) AS id FROM medicos');
    const pedido = { pacienteId, medicoId: outro!.id, cidEntrada: 'J189', tipoLeito: 'ENFERMARIA' };
    await app.criar('/v1/internacoes/solicitacoes', pedido);
    pacientes.push(pacienteId);
  }, 60_000);

  afterAll(() => hospital.app.encerrar());

  const dosOutros = (quem: Limitado): number[] => {
    const meus = ALCANCE[quem].map((situacao) => hospital.registros[situacao].paciente!);
    return pacientes.filter((id) => !meus.includes(id));
  };

  it('deve não repetir a ninguém o que respondeu a quem alcança o registro', async () => {
    const vazamentos: string[] = [];
    for (const [operacao, , tipo] of CELULAS) {
      const [metodo, modelo] = operacao.split(' ') as [string, string];
      if (metodo !== 'GET' || tipo === null || !modelo.includes('{id}')) continue;
      const { alheio } = hospital.registros;
      const caminho = modelo
        .replace('{id}', String(alheio[tipo]))
        .replace('{enderecoId}', String(alheio.endereco));
      const aAdmin = await hospital.app.get(caminho);
      expect([caminho, aAdmin.status]).toEqual([caminho, 200]);
      const pedidos: [string, Promise<Resposta>][] = [
        ...(Object.keys(ALCANCE) as Limitado[]).map((quem): [string, Promise<Resposta>] => [
          quem,
          hospital.pessoas[quem].get(caminho),
        ]),
        ['anonimo', hospital.app.pedir('GET', caminho, undefined, { authorization: '' })],
      ];
      for (const [quem, pedido] of pedidos) {
        const { status, corpo } = await pedido;
        if (status < 400 || /Fulana|Dipirona|J189/.test(JSON.stringify(corpo)))
          vazamentos.push(`${caminho} · ${quem}`);
      }
    }
    expect(vazamentos).toEqual([]);
  });

  it('deve responder a qualquer filtro, ordem e cursor só com o que se alcança, como se o resto não existisse', async () => {
    const { setorId } = hospital;
    const valores: Readonly<Record<string, (lista: Lista) => readonly (string | number)[]>> = {
      pacienteId: () => [...pacientes, 999_999],
      nome: () => ['f', 'fulana', 'fulana a', 'fulana alheio', 'fulana p', 'fulana q', 'zz'],
      dataNascimento: () => ['1980-02-29', '1999-01-01'],
      telefone: () => ['(11) 98765-4321'],
      ativo: () => ['true', 'false'],
      setorId: () => [setorId, setorId + 1],
      origem: () => Object.values(hospital.registros).map(({ internacao }) => `internacao:${internacao}`),
      status: (lista) => lista.status,
      ordem: (lista) => lista.ordens,
    };
    const caso = fc.constantFrom(...LISTAS).chain((lista) =>
      fc.record({
        lista: fc.constant(lista),
        quem: fc.constantFrom(...lista.quem),
        limite: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 100 })),
        forjado: fc.boolean(),
        filtros: fc.record(
          Object.fromEntries(lista.filtros.map((nome) => [nome, fc.constantFrom(...valores[nome]!(lista))])),
          { requiredKeys: [] },
        ),
      }),
    );
    const casos = fc.sample(caso, { numRuns: FILTROS, seed: SEMENTE });
    const vazamentos: string[] = [];
    let escondidos = 0;
    const conferir = async ({ lista, quem, limite, forjado, filtros }: (typeof casos)[number]) => {
      const { caminho, paciente, id } = lista;
      const consulta = new URLSearchParams(
        Object.entries(filtros).map(([nome, valor]): [string, string] => [nome, String(valor)]),
      );
      // A cursor that somebody else got, at a record that may not be theirs.
      const primeira = await hospital.app.get<Item[]>(`${caminho}?${com(consulta, { limite: '1' })}`);
      expect([consulta.toString(), primeira.status]).toEqual([consulta.toString(), 200]);
      const { proximoCursor } = primeira.corpo.meta;
      if (forjado && proximoCursor !== null) consulta.set('cursor', proximoCursor);
      const tudo = await hospital.app.get<Item[]>(`${caminho}?${com(consulta, { limite: '100' })}`);
      const pedido = com(consulta, { limite: String(limite) });
      const { status, corpo } = await hospital.pessoas[quem].get<Item[]>(`${caminho}?${pedido}`);
      const outros = dosOutros(quem);
      const devidos = tudo.corpo.data.filter((item) => !outros.includes(item[paciente] as number));
      const igual =
        status === 200 &&
        idsDe(corpo.data, id) === idsDe(devidos.slice(0, limite), id) &&
        (corpo.meta.proximoCursor === null) === devidos.length <= limite;
      if (!igual) vazamentos.push(`${quem} ${caminho}?${pedido}`);
      if (devidos.length < tudo.corpo.data.length) escondidos += 1;
    };
    for (let i = 0; i < casos.length; i += 6) await Promise.all(casos.slice(i, i + 6).map(conferir));
    expect(vazamentos).toEqual([]);
    // Or nothing was put to the test.
    expect(escondidos).toBeGreaterThan(FILTROS / 4);
  }, 120_000);
});

function com(consulta: URLSearchParams, mudanca: Readonly<Record<string, string>>): URLSearchParams {
  const outra = new URLSearchParams(consulta);
  for (const [nome, valor] of Object.entries(mudanca)) outra.set(nome, valor);
  return outra;
}

const idsDe = (itens: readonly Item[], id: string): string => JSON.stringify(itens.map((item) => item[id]));
