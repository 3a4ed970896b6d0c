import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

interface Convenio {
  id: number;
  nome: string;
  ativo: boolean;
  [campo: string]: unknown;
}

const SERRANA = {
  nome: 'Saúde Serrana',
  tipoPlano: 'EMPRESARIAL',
  registroAns: '41837-4',
  cnpj: '12.abc.345/01de-35',
  diarias: [{ tipoLeito: 'ENFERMARIA', valor: 350.55 }],
};

describe('/v1/convenios', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve cadastrar, guardando os identificadores sem máscara, e apontar o novo recurso', async () => {
    const { status, corpo, cabecalhos } = await aplicacao.post<Convenio>('/v1/convenios', SERRANA);
    id = corpo.data.id;
    expect([status, cabecalhos.get('location')]).toEqual([201, `/v1/convenios/${id}`]);
    expect(corpo.data).toMatchObject({
      ...SERRANA,
      registroAns: '418374',
      cnpj: '12.ABC.345/01DE-35',
      prazoPagamentoDias: 30,
      ativo: true,
      inativadoEm: null,
    });
    expect((await aplicacao.get<Convenio>(`/v1/convenios/${id}`)).corpo.data).toEqual(corpo.data);
  });

  it('deve listar em ordem alfabética, por páginas, com filtros', async () => {
    for (const nome of ['Água Clara', 'bem Estar', 'Zelo'])
      await aplicacao.criar('/v1/convenios', { nome, tipoPlano: 'FAMILIAR' });
    const pagina = await aplicacao.get<Convenio[]>('/v1/convenios?limite=3');
    expect(pagina.corpo.data.map((c) => c.nome)).toEqual(['Água Clara', 'bem Estar', 'Saúde Serrana']);
    const proxima = await aplicacao.get<Convenio[]>(
      `/v1/convenios?limite=3&cursor=${pagina.corpo.meta.proximoCursor}`,
    );
    expect([proxima.corpo.data.map((c) => c.nome), proxima.corpo.meta.proximoCursor]).toEqual([
      ['Zelo'],
      null,
    ]);
    const nomes = async (consulta: string) =>
      (await aplicacao.get<Convenio[]>(`/v1/convenios?${consulta}`)).corpo.data.map((c) => c.nome);
    expect(await nomes('nome=SAUDE')).toEqual(['Saúde Serrana']);
    expect(await nomes('nome=%25')).toEqual([]);
    expect(await nomes('tipoPlano=FAMILIAR&ordem=-nome')).toEqual(['Zelo', 'bem Estar', 'Água Clara']);
    expect(await nomes('registroAns=418374')).toEqual(['Saúde Serrana']);
    expect(await nomes('cnpj=12.ABC.345/01DE-35')).toEqual(['Saúde Serrana']);
  });

  it('deve alterar, limpar com null e recusar null no que é obrigatório', async () => {
    const alterado = await aplicacao.pedir<Convenio>('PATCH', `/v1/convenios/${id}`, {
      cnpj: null,
      prazoPagamentoDias: 0,
    });
    expect([alterado.status, alterado.corpo.data]).toMatchObject([
      200,
      { nome: 'Saúde Serrana', cnpj: null, prazoPagamentoDias: 0, diarias: SERRANA.diarias },
    ]);
    for (const campo of ['nome', 'tipoPlano']) {
      const { status, corpo } = await aplicacao.pedir('PATCH', `/v1/convenios/${id}`, { [campo]: null });
      expect([status, corpo.error[0]?.campo]).toEqual([422, campo]);
    }
  });

  it('deve guardar a vigência e listar só os em vigor em um dia', async () => {
    const cadastrar = (nome: string, vigenciaInicio: string | null, vigenciaFim: string | null) =>
      aplicacao.criar('/v1/convenios', { nome, tipoPlano: 'INDIVIDUAL', vigenciaInicio, vigenciaFim });
    await cadastrar('V até março', null, '2026-03-31');
    await cadastrar('V de abril em diante', '2026-04-01', null);
    const junho = await cadastrar('V só junho', '2026-06-01', '2026-06-30');
    const vigentes = async (dia: string) =>
      (await aplicacao.get<Convenio[]>(`/v1/convenios?tipoPlano=INDIVIDUAL&vigenteEm=${dia}`)).corpo.data.map(
        (c) => c.nome,
      );
    expect(await vigentes('2026-03-31')).toEqual(['V até março']);
    expect(await vigentes('2026-04-01')).toEqual(['V de abril em diante']);
    expect(await vigentes('2026-06-30')).toEqual(['V de abril em diante', 'V só junho']);
    const caminho = `/v1/convenios/${junho.id}`;
    const { status, corpo } = await aplicacao.pedir('PATCH', caminho, { vigenciaFim: '2026-05-31' });
    expect([status, corpo.error[0]?.codigo]).toEqual([422, 'CONVENIO.VIGENCIA_INVERTIDA']);
    expect((await aplicacao.pedir('PATCH', caminho, { vigenciaFim: null })).corpo.data).toMatchObject({
      vigenciaInicio: '2026-06-01',
      vigenciaFim: null,
    });
    expect((await aplicacao.get('/v1/convenios?vigenteEm=2026-06-31')).status).toBe(400);
  });

  it('deve inativar, excluir e reativar, sempre sem apagar', async () => {
    const inativo = await aplicacao.post<Convenio>(`/v1/convenios/${id}/inativar`, {
      motivo: 'Contrato encerrado.',
    });
    expect([inativo.status, inativo.corpo.data]).toMatchObject([
      200,
      { ativo: false, motivoInativacao: 'Contrato encerrado.' },
    ]);
    expect(
      (await aplicacao.get<Convenio[]>('/v1/convenios?ativo=false')).corpo.data.map((c) => c.id),
    ).toEqual([id]);
    expect(
      (await aplicacao.post(`/v1/convenios/${id}/inativar`, { motivo: 'De novo.' })).corpo.error[0]?.codigo,
    ).toBe('CONVENIO.JA_INATIVO');
    expect((await aplicacao.post(`/v1/convenios/${id}/reativar`)).status).toBe(200);
    expect((await aplicacao.post(`/v1/convenios/${id}/reativar`)).status).toBe(409);
    const excluido = await aplicacao.pedir<Convenio>(
      'DELETE',
      `/v1/convenios/${id}?motivo=${encodeURIComponent('Não é mais usado.')}`,
    );
    expect([excluido.status, excluido.corpo.data]).toMatchObject([
      200,
      { id, ativo: false, motivoInativacao: 'Não é mais usado.' },
    ]);
    expect((await aplicacao.pedir('DELETE', `/v1/convenios/${id}`)).status).toBe(400);
    expect((await aplicacao.post(`/v1/convenios/${id}/inativar`, {})).status).toBe(422);
  });

  it.each([
    [{ nome: ' ' }, 422, 'nome'],
    [{ tipoPlano: 'OURO' }, 422, 'tipoPlano'],
    [{ registroAns: '12345' }, 422, 'registroAns'],
    [{ cnpj: '12.ABC.345/01DE-34' }, 422, 'cnpj'],
    [{ prazoPagamentoDias: 366 }, 422, 'prazoPagamentoDias'],
    [{ prazoPagamentoDias: -1 }, 422, 'prazoPagamentoDias'],
    [{ diarias: [{ tipoLeito: 'ENFERMARIA', valor: -0.01 }] }, 422, 'diarias[0].valor'],
    [{ diarias: [SERRANA.diarias[0], SERRANA.diarias[0]] }, 422, 'diarias'],
    [{ apelido: 'x' }, 422, 'apelido'],
    [{ registroAns: '418374' }, 409, 'registroAns'],
  ])('deve recusar %j com %i no campo %s', async (errado, esperado, campo) => {
    const { status, corpo } = await aplicacao.post('/v1/convenios', {
      nome: 'Novo',
      tipoPlano: 'FAMILIAR',
      ...errado,
    });
    expect([status, corpo.error[0]?.campo]).toEqual([esperado, campo]);
  });

  it('deve responder 404 a quem não existe e 400 a uma consulta ilegível', async () => {
    for (const alvo of ['999999', 'abc', '0', '99999999999'])
      expect((await aplicacao.get(`/v1/convenios/${alvo}`)).status).toBe(404);
    for (const consulta of [
      'limite=0',
      'limite=101',
      'ativo=talvez',
      'cursor=x',
      'ordem=preco',
      'cor=azul',
      'cnpj=1',
    ])
      expect([consulta, (await aplicacao.get(`/v1/convenios?${consulta}`)).status]).toEqual([consulta, 400]);
  });

  it('deve deixar a recepção ler e só a gestão escrever', async () => {
    const como = (
      metodo: string,
      caminho: string,
      papel: 'RECEPCAO' | 'GESTAO' | 'PACIENTE',
      corpo?: unknown,
    ) => aplicacao.pedir(metodo, caminho, corpo, comoPapel(aplicacao, papel)).then((r) => r.status);
    expect(await como('GET', '/v1/convenios', 'RECEPCAO')).toBe(200);
    expect(await como('GET', '/v1/convenios', 'PACIENTE')).toBe(403);
    expect(await como('POST', '/v1/convenios', 'RECEPCAO', SERRANA)).toBe(403);
    expect(await como('PATCH', `/v1/convenios/${id}`, 'RECEPCAO', {})).toBe(403);
    expect(await como('DELETE', `/v1/convenios/${id}?motivo=x`, 'RECEPCAO')).toBe(403);
    expect(await como('POST', '/v1/convenios', 'GESTAO', { nome: 'Da gestão', tipoPlano: 'FAMILIAR' })).toBe(
      201,
    );
  });
});
