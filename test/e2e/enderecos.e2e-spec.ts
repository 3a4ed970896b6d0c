import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CASA } from '../apoio/enderecos-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

type Endereco = Readonly<{ id: number; numero: string; principal: boolean; ativo: boolean }>;

describe('/v1/pacientes/{id}/enderecos', () => {
  let app: AplicacaoDeTeste;
  let base: string;
  let paciente: string;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const pessoa = { nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' };
    paciente = `/v1/pacientes/${(await app.criar('/v1/pacientes', pessoa)).id}`;
    base = `${paciente}/enderecos`;
  });
  afterAll(() => app.encerrar());

  const novo = (numero: string, mais: object = {}) => app.criar<Endereco>(base, { ...CASA, numero, ...mais });
  const lista = async (consulta = '') =>
    (await app.get<Endereco[]>(`${base}?${consulta}`)).corpo.data.map((e) => [e.numero, e.principal]);

  it('deve ter um principal: o primeiro, até que outro tome o lugar ao nascer ou por PATCH', async () => {
    const um = await novo('1');
    const dois = await novo('2');
    expect([um.principal, dois.principal]).toEqual([true, false]);
    expect((await novo('3', { principal: true })).principal).toBe(true);
    expect(await lista()).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
    ]);
    const { status, corpo } = await app.pedir('PATCH', `${base}/${dois.id}`, {
      principal: true,
      numero: '2B',
    });
    expect([status, corpo.data]).toMatchObject([200, { numero: '2B', principal: true }]);
    expect(await lista('ordem=-id')).toEqual([
      ['3', false],
      ['2B', true],
      ['1', false],
    ]);
    expect((await app.get(paciente)).corpo.data.endereco).toEqual(corpo.data);
    expect((await app.get(`${base}/${dois.id}`)).corpo.data).toEqual(corpo.data);
  });

  it('deve inativar, excluir e reativar, sem apagar; o principal só por último', async () => {
    const [um, dois, tres] = (await app.get<Endereco[]>(base)).corpo.data.map((e) => `${base}/${e.id}`);
    const principal = await app.post(`${dois}/inativar`, { motivo: 'Mudou-se.' });
    expect([principal.status, principal.corpo.error[0]?.codigo]).toEqual([409, 'ENDERECO.PRINCIPAL']);
    const desfeito = await app.pedir('PATCH', dois!, { principal: false });
    expect([desfeito.status, desfeito.corpo.error[0]?.codigo]).toEqual([409, 'ENDERECO.PRINCIPAL']);
    expect((await app.post(`${um}/inativar`, { motivo: 'Mudou-se.' })).corpo.data).toMatchObject({
      ativo: false,
      motivoInativacao: 'Mudou-se.',
    });
    expect((await app.pedir('DELETE', `${tres}?motivo=Engano`)).corpo.data).toMatchObject({ ativo: false });
    expect((await app.pedir('DELETE', tres!)).status).toBe(400);
    expect(await lista('ativo=true')).toEqual([['2B', true]]);
    expect((await app.post(`${dois}/inativar`, { motivo: 'Mudou-se.' })).status).toBe(200);
    expect((await app.get(paciente)).corpo.data.endereco).toBeNull();
    expect((await app.post(`${tres}/reativar`)).corpo.data).toMatchObject({ ativo: true, principal: true });
    expect((await app.post(`${tres}/reativar`)).corpo.error[0]?.codigo).toBe('ENDERECO.JA_ATIVO');
    expect(await lista()).toHaveLength(3);
  });

  it('deve recusar o que está errado e responder 404 ao que não é deste paciente', async () => {
    const { id } = await novo('9');
    for (const [errado, campo] of [
      [{ cep: '123' }, 'cep'],
      [{ estado: 'XX' }, 'estado'],
      [{ numero: null }, 'numero'],
      [{ principal: null }, 'principal'],
      [{ pais: 'BR' }, 'pais'],
    ] as const) {
      const { status, corpo } = await app.pedir('PATCH', `${base}/${id}`, errado);
      expect([status, corpo.error[0]?.campo]).toEqual([422, campo]);
    }
    const pessoa = { nome: 'Rui', dataNascimento: '1980-02-29', sexo: 'M' };
    const outro = `/v1/pacientes/${(await app.criar('/v1/pacientes', pessoa)).id}/enderecos/${id}`;
    for (const caminho of [outro, `${base}/999999`, `${base}/abc`, `/v1/pacientes/999999/enderecos/${id}`])
      for (const metodo of ['GET', 'PATCH'])
        expect([
          caminho,
          (await app.pedir(metodo, caminho, metodo === 'GET' ? undefined : { numero: '1' })).status,
        ]).toEqual([caminho, 404]);
    expect((await app.post(`${outro}/inativar`, { motivo: 'x' })).status).toBe(404);
  });

  it('deve abrir a porta só a quem cuida do cadastro', async () => {
    const { id } = await novo('10');
    for (const [papel, esperado] of [
      ['RECEPCAO', 200],
      ['ENFERMAGEM', 404],
      ['FATURAMENTO', 403],
      ['PACIENTE', 404],
    ] as const)
      expect([
        papel,
        (await app.pedir('PATCH', `${base}/${id}`, { numero: '11' }, comoPapel(app, papel))).status,
      ]).toEqual([papel, esperado]);
  });
});
