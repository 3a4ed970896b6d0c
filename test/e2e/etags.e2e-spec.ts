import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

type Criado = { id: number };

describe('If-None-Match', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const ler = (caminho: string, etag?: string) =>
    app.pedir('GET', caminho, undefined, etag ? { 'if-none-match': etag } : {});

  it('deve responder 304, sem corpo, enquanto nada mudou, e 200 depois', async () => {
    const criado = await app.post<Criado>('/v1/setores', { nome: 'UTI' });
    const caminho = `/v1/setores/${criado.corpo.data.id}`;
    const etag = (await ler(caminho)).cabecalhos.get('etag')!;
    expect(criado.cabecalhos.get('etag')).toBe(etag);

    for (const conhecidas of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const igual = await ler(caminho, conhecidas);
      expect([igual.status, igual.corpo]).toEqual([304, {}]);
    }
    await app.pedir('PATCH', caminho, { andar: 3 });
    const mudou = await ler(caminho, etag);
    expect([mudou.status, mudou.corpo.data.andar]).toEqual([200, 3]);
  });

  it('deve perceber o que mudou em outro registro que a resposta mostra', async () => {
    const especialidade = await app.criar<Criado>('/v1/especialidades', { nome: 'Cardiologia' });
    const medico = await app.criar<Criado>('/v1/medicos', {
      nome: 'Ana Teste',
      conselho: 'CRM',
      numeroConselho: '12345',
      ufConselho: 'SP',
      especialidadeIds: [especialidade.id],
    });
    const antes = await ler(`/v1/medicos/${medico.id}`);
    await app.pedir('PATCH', `/v1/especialidades/${especialidade.id}`, { nome: 'Cardiologia clínica' });
    const depois = await ler(`/v1/medicos/${medico.id}`, antes.cabecalhos.get('etag')!);
    expect(depois.status).toBe(200);
    expect(JSON.stringify(depois.corpo.data)).toContain('Cardiologia clínica');
  });

  it('deve a versão da alteração valer para a seguinte', async () => {
    const { id } = await app.criar<Criado>('/v1/setores', { nome: 'Centro cirúrgico' });
    let etag = (await ler(`/v1/setores/${id}`)).cabecalhos.get('etag')!;
    for (const andar of [1, 2, 3]) {
      const resposta = await app.pedir('PATCH', `/v1/setores/${id}`, { andar }, { 'if-match': etag });
      expect(resposta.status).toBe(200);
      etag = resposta.cabecalhos.get('etag')!;
    }
    const velha = await app.pedir('PATCH', `/v1/setores/${id}`, { andar: 9 }, { 'if-match': '"1"' });
    expect(velha).toMatchObject({
      status: 412,
      corpo: { error: [{ codigo: 'PLATAFORMA.VERSAO_OBSOLETA' }] },
    });
  });
});
