import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { retrato } from '../apoio/recusas.js';

const TABELAS = [
  'internacoes',
  'pacientes',
  'medicos',
  'medicos_registros',
  'especialidades',
  'convenios',
  'hospital',
  'setores',
  'enderecos',
  'usuarios',
];

describe('PATCH sem nenhum campo', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  it.each<[string, () => Promise<string>]>([
    ['internacoes', async () => `internacoes/${(await cenario.internar()).id}`],
    ['pacientes', async () => `pacientes/${await cenario.paciente()}`],
    ['medicos', async () => `medicos/${cenario.medicoId}`],
    [
      'especialidades',
      async () => `especialidades/${(await app.criar('/v1/especialidades', { nome: 'Geriatria' })).id}`,
    ],
    ['convenios', async () => `convenios/${await cenario.convenio()}`],
    ['setores', () => Promise.resolve(`setores/${cenario.setorId}`)],
    ['usuarios', () => Promise.resolve('usuarios/1')],
    ['hospital', () => Promise.resolve('hospital')],
  ])('deve responder o registro e não mudar nada em %s', async (_recurso, criar) => {
    const caminho = `/v1/${await criar()}`;
    const antes = await retrato(app, ...TABELAS);
    const { status, corpo } = await app.pedir('PATCH', caminho, {});
    const { avisos: _avisos, ...registro } = corpo.data;
    // Of a user, only who asks for it is told until when it is locked.
    const { bloqueadoAte: _bloqueadoAte, ...lido } = (await app.get(caminho)).corpo.data;
    expect([status, registro]).toEqual([200, lido]);
    expect(await retrato(app, ...TABELAS)).toEqual(antes);
  });

  it.each(['internacoes', 'pacientes', 'medicos', 'especialidades', 'convenios', 'setores', 'usuarios'])(
    'deve responder 404 ao que não existe em %s',
    async (recurso) => {
      expect((await app.pedir('PATCH', `/v1/${recurso}/999999`, {})).status).toBe(404);
    },
  );
});
