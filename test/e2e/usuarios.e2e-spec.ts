import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

interface Entrada {
  accessToken: string;
  usuario: object;
}

describe('usuários', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });

  afterAll(() => app.encerrar());

  const ana = {
    nome: 'Ana Souza',
    email: 'ana@teste.local',
    senha: ' frase com espaço ',
    papeis: ['RECEPCAO', 'ENFERMAGEM'],
  };
  const entrar = (email: string, senha: string) =>
    app.pedir<Entrada>('POST', '/v1/auth/login', { email, senha }, { authorization: '' });

  it('deve criar, mostrar, listar e deixar entrar', async () => {
    const criado = await app.post('/v1/usuarios', { ...ana, email: 'ANA@Teste.Local' });

    expect(criado.status).toBe(201);
    expect(criado.corpo.data).toMatchObject({
      nome: ana.nome,
      email: ana.email,
      papeis: ['ENFERMAGEM', 'RECEPCAO'],
      ativo: true,
      pacienteId: null,
      medicoId: null,
      ultimoAcessoEm: null,
      versao: 1,
    });
    expect(JSON.stringify(criado.corpo)).not.toMatch(/senha|argon2/i);
    const id = Number(criado.corpo.data['id']);
    expect(criado.cabecalhos.get('location')).toBe(`/v1/usuarios/${id}`);
    expect((await app.get(`/v1/usuarios/${id}`)).corpo.data).toEqual({
      ...criado.corpo.data,
      bloqueadoAte: null,
    });
    const doPerfil = await app.get<{ id: number }[]>(
      '/v1/usuarios?papel=ENFERMAGEM&email=ana@teste.local&ativo=true',
    );
    expect(doPerfil.corpo.data.map((u) => u.id)).toEqual([id]);
    expect((await app.get<unknown[]>('/v1/usuarios?papel=AUDITOR')).corpo.data).toEqual([]);
    const entrada = await entrar(ana.email, ana.senha);
    expect(entrada.corpo.data.usuario).toEqual({
      id,
      nome: ana.nome,
      email: ana.email,
      papeis: ['ENFERMAGEM', 'RECEPCAO'],
      pendencia: null,
    });
    expect((await entrar(ana.email, ana.senha.trim())).status).toBe(401);
  });

  it('deve ligar a pessoa ao paciente e ao profissional que ela é', async () => {
    const paciente = await app.criar('/v1/pacientes', {
      nome: 'Ana Souza',
      dataNascimento: '1990-05-10',
      sexo: 'F',
    });
    const medico = await app.criar('/v1/medicos', {
      nome: 'Ana Souza',
      conselho: 'CRM',
      numeroConselho: '12345',
      ufConselho: 'SP',
    });
    const vinculos = { pacienteId: paciente.id, medicoId: medico.id };
    const criado = await app.criar<{ id: number }>('/v1/usuarios', {
      ...ana,
      email: 'flora@teste.local',
      ...vinculos,
    });

    expect(criado).toMatchObject(vinculos);
    expect((await app.get(`/v1/usuarios/${criado.id}`)).corpo.data).toEqual({
      ...criado,
      bloqueadoAte: null,
    });
  });

  it.each([
    ['pacienteId', 'PACIENTE.NAO_ENCONTRADO'],
    ['medicoId', 'MEDICO.NAO_ENCONTRADO'],
  ])('deve recusar %s que não existe', async (campo, codigo) => {
    const { status, corpo } = await app.post('/v1/usuarios', {
      ...ana,
      email: 'nova@teste.local',
      [campo]: 999_999,
    });

    expect(status).toBe(422);
    expect(corpo.error[0]).toMatchObject({ codigo, campo });
    expect((await app.get<unknown[]>('/v1/usuarios?email=nova@teste.local')).corpo.data).toEqual([]);
  });

  it('deve paginar do mais antigo ao mais novo', async () => {
    await app.criar('/v1/usuarios', { ...ana, email: 'elisa@teste.local' });
    const primeira = await app.get<{ id: number }[]>('/v1/usuarios?limite=1');
    const segunda = await app.get<{ id: number }[]>(
      `/v1/usuarios?limite=1&cursor=${primeira.corpo.meta.proximoCursor}`,
    );

    expect(primeira.corpo.data).toHaveLength(1);
    expect(segunda.corpo.data[0]!.id).toBeGreaterThan(primeira.corpo.data[0]!.id);
  });

  it('deve recusar e-mail repetido, mesmo em maiúsculas', async () => {
    await app.post('/v1/usuarios', { ...ana, email: 'davi@teste.local' });
    const { status, corpo } = await app.post('/v1/usuarios', { ...ana, email: 'DAVI@teste.local' });

    expect(status).toBe(409);
    expect(corpo.error[0]).toMatchObject({ codigo: 'ACESSO.EMAIL_EM_USO', campo: 'email' });
  });

  const errados: [string, Record<string, unknown>, string][] = [
    ['senha curta', { senha: '1234567' }, 'senha'],
    ['senha longa demais', { senha: 'a'.repeat(129) }, 'senha'],
    ['nome vazio', { nome: '  ' }, 'nome'],
    ['e-mail errado', { email: 'ana@' }, 'email'],
    ['nenhum perfil', { papeis: [] }, 'papeis'],
    ['perfil desconhecido', { papeis: ['ROOT'] }, 'papeis'],
    ['perfil repetido', { papeis: ['MEDICO', 'MEDICO'] }, 'papeis'],
    ['perfis que não são lista', { papeis: 'ADMIN' }, 'papeis'],
    ['campo desconhecido', { ativo: false }, 'ativo'],
  ];
  it.each(errados)('deve recusar %s', async (_, mudanca, campo) => {
    const { status, corpo } = await app.post('/v1/usuarios', {
      ...ana,
      email: 'nova@teste.local',
      ...mudanca,
    });

    expect(status).toBe(422);
    expect(corpo.error.map((erro) => erro.campo)).toEqual([campo]);
    expect((await app.get<unknown[]>('/v1/usuarios?email=nova@teste.local')).corpo.data).toEqual([]);
  });

  it('deve responder 404 a quem não existe', async () => {
    for (const id of ['2147483647', '0', 'abc'])
      expect((await app.get(`/v1/usuarios/${id}`)).status).toBe(404);
  });

  it('deve ser só do administrador', async () => {
    await app.post('/v1/usuarios', { ...ana, email: 'gestora@teste.local', papeis: ['GESTAO', 'AUDITOR'] });
    const { accessToken } = (await entrar('gestora@teste.local', ana.senha)).corpo.data;
    const comoGestora = { authorization: `Bearer ${accessToken}` };

    for (const [metodo, caminho, corpo] of [
      ['GET', '/v1/usuarios'],
      ['GET', '/v1/usuarios/1'],
      ['POST', '/v1/usuarios', ana],
    ] as const) {
      const resposta = await app.pedir(metodo, caminho, corpo, comoGestora);
      expect(resposta.status).toBe(403);
      expect(resposta.corpo.error[0]!.codigo).toBe('ACESSO.PROIBIDO');
    }
  });
});
