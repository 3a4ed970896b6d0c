import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

interface Medico {
  id: number;
  nome: string;
  [campo: string]: unknown;
}

const ANA = {
  nome: 'Ana Moreira',
  conselho: 'crm',
  numeroConselho: '123.456',
  ufConselho: 'sp',
  telefone: '(11) 98765-4321',
  email: 'ANA@hospital.local',
  especialidadeIds: [1],
};

describe('/v1/medicos e /v1/especialidades', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const nomes = async (consulta: string) =>
    (await aplicacao.get<Medico[]>(`/v1/medicos?${consulta}`)).corpo.data.map((m) => m.nome);

  it('deve cadastrar normalizando os identificadores', async () => {
    const { status, corpo, cabecalhos } = await aplicacao.post<Medico>('/v1/medicos', ANA);
    id = corpo.data.id;
    expect([status, cabecalhos.get('location')]).toEqual([201, `/v1/medicos/${id}`]);
    expect(corpo.data).toMatchObject({
      nome: 'Ana Moreira',
      conselho: 'CRM',
      numeroConselho: '123456',
      ufConselho: 'SP',
      telefone: '+5511987654321',
      email: 'ana@hospital.local',
      especialidades: [{ id: 1, nome: 'Clínica Geral' }],
      horarioAtendimento: null,
    });
    const { avisos, ...medico } = corpo.data;
    expect(avisos).toEqual([]);
    expect((await aplicacao.get<Medico>(`/v1/medicos/${id}`)).corpo.data).toEqual(medico);
  });

  it('deve aceitar outros conselhos e achar cada um pelos filtros', async () => {
    await aplicacao.criar('/v1/medicos', {
      nome: 'Bruno',
      conselho: 'COREN',
      numeroConselho: '123.456-ENF',
      ufConselho: 'RJ',
      especialidadeIds: [5],
      cpf: '529.982.247-25',
    });
    await aplicacao.criar('/v1/medicos', {
      nome: 'Carla',
      conselho: 'CRP',
      numeroConselho: '06/12345',
      ufConselho: 'SP',
      horarioAtendimento: 'TARDE',
    });
    expect(await nomes('')).toEqual(['Ana Moreira', 'Bruno', 'Carla']);
    expect(await nomes('especialidadeId=5')).toEqual(['Bruno']);
    expect(await nomes('conselho=crp')).toEqual(['Carla']);
    expect(await nomes('ufConselho=SP&numeroConselho=123456')).toEqual(['Ana Moreira']);
    expect(await nomes('cpf=52998224725')).toEqual(['Bruno']);
    expect(await nomes('nome=ANA')).toEqual(['Ana Moreira']);
  });

  it('deve alterar, acrescentar inscrição, inativar, excluir e reativar', async () => {
    const alterado = await aplicacao.pedir<Medico>('PATCH', `/v1/medicos/${id}`, {
      biografia: 'Clínica.',
      telefone: null,
      especialidadeIds: [],
    });
    expect([alterado.status, alterado.corpo.data]).toMatchObject([
      200,
      { biografia: 'Clínica.', telefone: null, especialidadeIds: [], numeroConselho: '123456' },
    ]);
    const inscrito = await aplicacao.post<Medico>(`/v1/medicos/${id}/registros`, {
      conselho: 'CRM',
      numeroConselho: '99',
      ufConselho: 'RJ',
    });
    expect([inscrito.status, inscrito.corpo.data.registros]).toMatchObject([
      200,
      [
        { ufConselho: 'SP', principal: true },
        { ufConselho: 'RJ', principal: false },
      ],
    ]);
    expect(await nomes('numeroConselho=99')).toEqual(['Ana Moreira']);
    expect(await nomes('numeroConselho=99&ufConselho=RJ')).toEqual(['Ana Moreira']);
    expect(await nomes('numeroConselho=99&ufConselho=SP')).toEqual([]);
    expect(
      (await aplicacao.post(`/v1/medicos/${id}/inativar`, { motivo: 'Saiu.' })).corpo.data,
    ).toMatchObject({ ativo: false });
    expect(await nomes('ativo=true')).toEqual(['Bruno', 'Carla']);
    expect((await aplicacao.pedir('DELETE', `/v1/medicos/${id}?motivo=Saiu`)).status).toBe(409);
    expect((await aplicacao.post(`/v1/medicos/${id}/reativar`)).corpo.data).toMatchObject({
      ativo: true,
      motivoInativacao: null,
    });
  });

  it.each([
    [{ numeroConselho: '12345678' }, 422, 'numeroConselho'],
    [{ conselho: 'OAB' }, 422, 'conselho'],
    [{ ufConselho: 'XX' }, 422, 'ufConselho'],
    [{ horarioAtendimento: 'MADRUGADA' }, 422, 'horarioAtendimento'],
    [{ cpf: '529.982.247-24' }, 422, 'cpf'],
    [{ especialidadeIds: [999999] }, 422, 'especialidadeIds'],
    [{ especialidadeIds: [0] }, 422, 'especialidadeIds'],
    [{ email: 'ana' }, 422, 'email'],
    [{ conselho: null }, 422, 'conselho'],
    [{ cpf: '52998224725' }, 409, 'cpf'],
    [{ numeroConselho: '123456' }, 409, 'numeroConselho'],
  ])('deve recusar %j com %i no campo %s', async (errado, esperado, campo) => {
    const novo = { nome: 'Novo', conselho: 'CRM', numeroConselho: '777', ufConselho: 'SP', ...errado };
    const { status, corpo } = await aplicacao.post('/v1/medicos', novo);
    expect([status, corpo.error[0]?.campo]).toEqual([esperado, campo]);
  });

  it('deve cuidar das especialidades pelas mesmas rotas', async () => {
    const nova = await aplicacao.criar('/v1/especialidades', { nome: 'Cardiologia' });
    expect(
      (await aplicacao.get<Medico[]>('/v1/especialidades?nome=nutricao')).corpo.data.map((e) => e.nome),
    ).toEqual(['Nutrição']);
    expect(
      (
        await aplicacao.pedir<Medico>('PATCH', `/v1/especialidades/${nova.id}`, {
          nome: 'Cardiologia Clínica',
        })
      ).corpo.data.nome,
    ).toBe('Cardiologia Clínica');
    expect((await aplicacao.pedir('PATCH', `/v1/especialidades/${nova.id}`, { nome: null })).status).toBe(
      422,
    );
    expect((await aplicacao.post('/v1/especialidades', { nome: 'PEDIATRIA' })).corpo.error[0]?.codigo).toBe(
      'ESPECIALIDADE.NOME_REPETIDO',
    );
    expect(
      (await aplicacao.post(`/v1/especialidades/${nova.id}/inativar`, { motivo: 'Sem uso.' })).status,
    ).toBe(200);
    expect((await aplicacao.post(`/v1/especialidades/${nova.id}/reativar`)).status).toBe(200);
    expect(
      (await aplicacao.pedir('DELETE', `/v1/especialidades/${nova.id}?motivo=Sem%20uso`)).corpo.data,
    ).toMatchObject({ ativo: false });
    expect((await aplicacao.get('/v1/especialidades/999999')).corpo.error[0]?.codigo).toBe(
      'ESPECIALIDADE.NAO_ENCONTRADA',
    );
  });

  it('deve deixar a recepção ler e só a gestão escrever', async () => {
    const como = (
      metodo: string,
      caminho: string,
      papel: 'RECEPCAO' | 'GESTAO' | 'PACIENTE',
      corpo?: unknown,
    ) => aplicacao.pedir(metodo, caminho, corpo, comoPapel(aplicacao, papel)).then((r) => r.status);
    expect(await como('GET', `/v1/medicos/${id}`, 'RECEPCAO')).toBe(200);
    expect(await como('GET', '/v1/medicos', 'PACIENTE')).toBe(403);
    expect(await como('GET', '/v1/especialidades', 'PACIENTE')).toBe(200);
    for (const caminho of [
      '/v1/medicos',
      `/v1/medicos/${id}/registros`,
      `/v1/medicos/${id}/inativar`,
      '/v1/especialidades',
    ])
      expect([caminho, await como('POST', caminho, 'RECEPCAO', {})]).toEqual([caminho, 403]);
    expect(await como('PATCH', `/v1/medicos/${id}`, 'GESTAO', {})).toBe(200);
  });
});
