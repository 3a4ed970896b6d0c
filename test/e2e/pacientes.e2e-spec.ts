import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

interface Paciente {
  id: number;
  nome: string;
  avisos: { codigo: string; pacienteId: number }[];
  [campo: string]: unknown;
}

const CASA = {
  logradouro: 'Avenida Paulista',
  numero: '1000',
  complemento: 'Apto 12',
  bairro: 'Bela Vista',
  cidade: 'São Paulo',
  estado: 'SP',
  cep: '01310-100',
};
const MARIA = {
  nome: '  Maria da Conceição ',
  cpf: '529.982.247-25',
  cns: '700 0000 0000 0005',
  dataNascimento: '1980-02-29',
  sexo: 'F',
  email: 'Maria@Exemplo.com.br',
  telefone: '(11) 98765-4321',
  nomeMae: 'ignorada',
  alergias: ['Dipirona'],
  contatoEmergencia: { nome: 'João', telefone: '11 3265-4321' },
  endereco: CASA,
};
const MINIMO = { nome: 'Zé', dataNascimento: '2000-01-01', sexo: 'M' };

describe('/v1/pacientes', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const nomes = async (consulta: string) =>
    (await aplicacao.get<Paciente[]>(`/v1/pacientes?${consulta}`)).corpo.data.map((p) => p.nome);

  it('deve cadastrar guardando os identificadores sem máscara e o telefone em E.164', async () => {
    const { status, corpo, cabecalhos } = await aplicacao.post<Paciente>('/v1/pacientes', MARIA);
    id = corpo.data.id;
    expect([status, cabecalhos.get('location')]).toEqual([201, `/v1/pacientes/${id}`]);
    const { avisos, ...paciente } = corpo.data;
    expect(avisos).toEqual([]);
    expect(paciente).toMatchObject({
      nome: 'Maria da Conceição',
      nomeSocial: null,
      cpf: '529.982.247-25',
      cns: '700 0000 0000 0005',
      dataNascimento: '1980-02-29',
      email: 'maria@exemplo.com.br',
      telefone: '+5511987654321',
      nomeMae: 'ignorada',
      alergias: ['Dipirona'],
      contatoEmergencia: { nome: 'João', telefone: '+551132654321' },
      convenioId: null,
      endereco: { ...CASA, cep: '01310-100', principal: true },
      ativo: true,
    });
    expect((await aplicacao.get(`/v1/pacientes/${id}`)).corpo.data).toEqual(paciente);
  });

  it('deve avisar do homônimo sem recusar', async () => {
    const homonimo = await aplicacao.criar<Paciente>('/v1/pacientes', {
      ...MINIMO,
      nome: 'MARIA DA CONCEICAO',
      dataNascimento: '1980-02-29',
    });
    expect(homonimo.avisos).toMatchObject([{ codigo: 'PACIENTE.POSSIVEL_HOMONIMO', pacienteId: id }]);
    const parecidos = await aplicacao.get(`/v1/pacientes/${homonimo.id}/possiveis-duplicados`);
    expect([parecidos.status, parecidos.corpo.data]).toEqual([200, homonimo.avisos]);
    const alterado = await aplicacao.pedir('PATCH', `/v1/pacientes/${homonimo.id}`, { sexo: 'F' });
    expect(alterado.corpo.data.avisos).toEqual([]);
    expect((await aplicacao.get('/v1/pacientes/999999/possiveis-duplicados')).status).toBe(404);
  });

  it('deve procurar pelo começo do nome, sem ligar para acentos e caixa, por documento e por situação', async () => {
    await aplicacao.criar('/v1/pacientes', MINIMO);
    expect(await nomes('nome=MARIA%20da%20conceicao')).toEqual(['Maria da Conceição', 'MARIA DA CONCEICAO']);
    expect(await nomes('nome=z%C3%A9')).toEqual(['Zé']);
    expect(await nomes('nome=conceicao')).toEqual([]);
    expect(await nomes('nome=%25')).toEqual([]);
    expect(await nomes('cpf=529.982.247-25')).toEqual(['Maria da Conceição']);
    expect(await nomes('cns=700000000000005')).toEqual(['Maria da Conceição']);
    expect(await nomes('cpf=11144477735')).toEqual([]);
    expect(await nomes('telefone=11987654321')).toEqual(['Maria da Conceição']);
    expect((await aplicacao.get('/v1/pacientes?telefone=123')).status).toBe(400);
    expect(await nomes('dataNascimento=2000-01-01')).toEqual(['Zé']);
    expect(await nomes('ordem=-nome&limite=1')).toEqual(['Zé']);
  });

  it('deve percorrer todas as páginas sem repetir nem pular, nas duas ordens', async () => {
    for (const ordem of ['nome', '-nome']) {
      const vistos: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const pagina: Resposta<Paciente[]> = await aplicacao.get(
          `/v1/pacientes?limite=1&ordem=${ordem}${cursor && `&cursor=${cursor}`}`,
        );
        vistos.push(...pagina.corpo.data.map((p) => p.id));
        cursor = pagina.corpo.meta.proximoCursor;
      }
      expect([vistos.length, new Set(vistos).size]).toEqual([3, 3]);
    }
  });

  it('deve alterar, limpar com null e recusar null no que é obrigatório', async () => {
    const { status, corpo } = await aplicacao.pedir<Paciente>('PATCH', `/v1/pacientes/${id}`, {
      nomeSocial: 'Mar',
      email: null,
      contatoEmergencia: null,
      alergias: [],
    });
    expect([status, corpo.data]).toMatchObject([
      200,
      { nomeSocial: 'Mar', email: null, contatoEmergencia: null, alergias: [], cpf: '529.982.247-25' },
    ]);
    for (const campo of ['nome', 'dataNascimento', 'sexo'])
      expect(
        (await aplicacao.pedir('PATCH', `/v1/pacientes/${id}`, { [campo]: null })).corpo.error[0]?.campo,
      ).toBe(campo);
  });

  it('deve guardar os endereços, um principal', async () => {
    const novo = await aplicacao.post(`/v1/pacientes/${id}/enderecos`, {
      ...CASA,
      numero: '2000',
      principal: true,
    });
    expect([novo.status, novo.cabecalhos.get('location')]).toEqual([
      201,
      `/v1/pacientes/${id}/enderecos/${novo.corpo.data.id as number}`,
    ]);
    const lista = await aplicacao.get<Paciente[]>(`/v1/pacientes/${id}/enderecos`);
    expect(lista.corpo.data.map((e) => [e.numero, e.principal])).toEqual([
      ['1000', false],
      ['2000', true],
    ]);
    expect((await aplicacao.get<Paciente>(`/v1/pacientes/${id}`)).corpo.data.endereco).toMatchObject({
      numero: '2000',
    });
    expect((await aplicacao.get('/v1/pacientes/999999/enderecos')).status).toBe(404);
    expect(
      (await aplicacao.post(`/v1/pacientes/${id}/enderecos`, { ...CASA, cep: '123' })).corpo.error[0]?.campo,
    ).toBe('cep');
  });

  it('deve inativar, excluir e reativar, sem apagar', async () => {
    expect(
      (await aplicacao.post(`/v1/pacientes/${id}/inativar`, { motivo: 'Repetido.' })).corpo.data,
    ).toMatchObject({ ativo: false });
    expect(await nomes('ativo=false')).toEqual(['Maria da Conceição']);
    expect((await aplicacao.post(`/v1/pacientes/${id}/reativar`)).corpo.data).toMatchObject({ ativo: true });
    expect((await aplicacao.pedir('DELETE', `/v1/pacientes/${id}?motivo=Repetido`)).corpo.data).toMatchObject(
      { ativo: false, motivoInativacao: 'Repetido' },
    );
    expect((await aplicacao.pedir('DELETE', `/v1/pacientes/${id}?motivo=Repetido`)).status).toBe(409);
    expect((await aplicacao.get(`/v1/pacientes/${id}`)).status).toBe(200);
  });

  it.each([
    [{ nome: '' }, 422, 'nome'],
    [{ cpf: '111.111.111-11' }, 422, 'cpf'],
    [{ cns: '898000000000000' }, 422, 'cns'],
    [{ dataNascimento: '2023-02-30' }, 422, 'dataNascimento'],
    [{ dataNascimento: '2199-01-01' }, 422, 'dataNascimento'],
    [{ dataNascimento: '1850-01-01' }, 422, 'dataNascimento'],
    [{ sexo: 'X' }, 422, 'sexo'],
    [{ telefone: '98765-4321' }, 422, 'telefone'],
    [{ alergias: Array.from({ length: 51 }, (_, n) => `A${n}`) }, 422, 'alergias'],
    [{ alergias: ['x'.repeat(121)] }, 422, 'alergias'],
    [{ alergias: [' '] }, 422, 'alergias'],
    [{ alergias: [1] }, 422, 'alergias'],
    [{ alergias: 'Dipirona' }, 422, 'alergias'],
    [{ contatoEmergencia: { nome: 'João' } }, 422, 'contatoEmergencia.telefone'],
    [{ contatoEmergencia: 'João' }, 422, 'contatoEmergencia'],
    [{ endereco: { ...CASA, estado: 'XX' } }, 422, 'endereco.estado'],
    [{ convenioId: 999999 }, 422, 'convenioId'],
    [{ numeroCarteira: '1' }, 422, 'numeroCarteira'],
    [{ validadeCarteira: '2026-12-31' }, 422, 'validadeCarteira'],
    [{ validadeCarteira: '2026-02-30' }, 422, 'validadeCarteira'],
    [{ peso: 70 }, 422, 'peso'],
    [{ cpf: '52998224725' }, 409, 'cpf'],
    [{ cns: '700000000000005' }, 409, 'cns'],
  ])('deve recusar %j com %i no campo %s', async (errado, esperado, campo) => {
    const { status, corpo } = await aplicacao.post('/v1/pacientes', { ...MINIMO, ...errado });
    expect([status, corpo.error[0]?.campo]).toEqual([esperado, campo]);
    expect(JSON.stringify(corpo.error.map((e) => e.message))).not.toMatch(/52998224725|700000000000005/);
  });

  it('deve abrir a porta à recepção, à enfermagem e aos médicos, e a mais ninguém', async () => {
    const como = (papel: Parameters<typeof comoPapel>[1], metodo: string, caminho: string, corpo?: unknown) =>
      aplicacao.pedir(metodo, caminho, corpo, comoPapel(aplicacao, papel)).then((r) => r.status);
    for (const papel of ['RECEPCAO', 'ENFERMAGEM', 'MEDICO'] as const) {
      expect([papel, await como(papel, 'GET', '/v1/pacientes')]).toEqual([papel, 200]);
      expect([papel, await como(papel, 'POST', '/v1/pacientes', MINIMO)]).toEqual([papel, 201]);
    }
    for (const papel of ['FATURAMENTO', 'AUDITOR'] as const) {
      expect([papel, await como(papel, 'GET', `/v1/pacientes/${id}`)]).toEqual([papel, 403]);
      expect([papel, await como(papel, 'GET', `/v1/pacientes/${id}/enderecos`)]).toEqual([papel, 403]);
    }
  });
});
