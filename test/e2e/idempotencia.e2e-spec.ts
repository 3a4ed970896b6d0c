import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';

describe('Idempotency-Key', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let numero = 0;

  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    hospital = await HospitalDeTeste.montar(aplicacao);
  });

  afterAll(() => aplicacao.encerrar());

  const novaChave = (): string => `chave-${++numero}`;
  const comChave = (chave: string, caminho: string, corpo: unknown): Promise<Resposta> =>
    aplicacao.pedir('POST', caminho, corpo, { 'idempotency-key': chave });
  const contar = async (tabela: string): Promise<number> =>
    Number((await aplicacao.consultar(`SELECT COUNT(*) AS n FROM ${tabela}`))[0]!.n);

  it('deve criar uma vez só e repetir a primeira resposta, com o mesmo Location', async () => {
    const [chave, antes] = [novaChave(), await contar('setores')];
    const primeira = await comChave(chave, '/v1/setores', { nome: 'Maternidade', andar: 2 });
    const segunda = await comChave(chave, '/v1/setores', { andar: 2, nome: 'Maternidade' });

    expect(primeira.status).toBe(201);
    expect(primeira.cabecalhos.get('idempotency-replayed')).toBeNull();
    expect(segunda).toMatchObject({ status: 201, corpo: primeira.corpo });
    expect(segunda.cabecalhos.get('location')).toBe(primeira.cabecalhos.get('location'));
    expect(segunda.cabecalhos.get('location')).toMatch(/^\/v1\/setores\/\d+$/);
    expect(segunda.cabecalhos.get('idempotency-replayed')).toBe('true');
    expect(await contar('setores')).toBe(antes + 1);
  });

  it('deve recusar com 422 a mesma chave com outro corpo, sem tocar em nada', async () => {
    const chave = novaChave();
    await comChave(chave, '/v1/setores', { nome: 'UTI' });
    const antes = await contar('setores');
    const outra = await comChave(chave, '/v1/setores', { nome: 'UTI 2' });

    expect(outra.status).toBe(422);
    expect(outra.corpo.error).toMatchObject([
      {
        codigo: 'PLATAFORMA.CHAVE_REUTILIZADA',
        campo: 'Idempotency-Key',
        title: 'HttpUnprocessableEntityError',
      },
    ]);
    expect(await contar('setores')).toBe(antes);
    expect((await comChave(chave, '/v1/setores', { nome: 'UTI' })).status).toBe(201);
  });

  it('deve guardar também a recusa, mesmo que o motivo dela passe', async () => {
    const leitoId = await hospital.leito('ENFERMARIA');
    const corpo = {
      pacienteId: await hospital.paciente(),
      medicoId: hospital.medicoId,
      leitoId,
      cidEntrada: 'J18',
    };
    await aplicacao.post(`/v1/leitos/${leitoId}/bloquear`, { motivo: 'obra' });
    const chave = novaChave();
    const recusada = await comChave(chave, '/v1/internacoes', corpo);
    await aplicacao.post(`/v1/leitos/${leitoId}/desbloquear`);
    await aplicacao.post(`/v1/leitos/${leitoId}/iniciar-limpeza`);
    await aplicacao.post(`/v1/leitos/${leitoId}/concluir-limpeza`);
    const repetida = await comChave(chave, '/v1/internacoes', corpo);

    expect(recusada).toMatchObject({
      status: 409,
      corpo: { error: [{ codigo: 'INTERNACAO.LEITO_INDISPONIVEL' }] },
    });
    expect(repetida).toMatchObject({ status: 409, corpo: recusada.corpo });
    expect((await comChave(novaChave(), '/v1/internacoes', corpo)).status).toBe(201);
  });

  it('deve guardar o erro de validação e não confundir usuários, endereços nem comandos', async () => {
    const chave = novaChave();
    expect((await comChave(chave, '/v1/setores', { nome: '' })).status).toBe(422);
    expect((await comChave(chave, '/v1/setores', { nome: '' })).cabecalhos.get('idempotency-replayed')).toBe(
      'true',
    );
    // The same key elsewhere is another request.
    const leito = await hospital.leito('ENFERMARIA');
    const bloqueio = await comChave(chave, `/v1/leitos/${leito}/bloquear`, { motivo: 'obra' });
    const denovo = await comChave(chave, `/v1/leitos/${leito}/bloquear/`, { motivo: 'obra' });
    expect([bloqueio.status, denovo.status]).toEqual([200, 200]);
    expect(denovo.corpo).toEqual(bloqueio.corpo);
    expect(
      await aplicacao.consultar('SELECT id FROM leitos_historico WHERE leito_id = ?', [leito]),
    ).toHaveLength(1);
  });

  it('deve deixar repetir, com a mesma chave, o que só falhou por uma leitura velha', async () => {
    const { id } = await aplicacao.criar<{ id: number }>('/v1/setores', { nome: 'Ortopedia' });
    const inativar = (etag: string) =>
      aplicacao.pedir(
        'POST',
        `/v1/setores/${id}/inativar`,
        { motivo: 'Reforma' },
        {
          'idempotency-key': 'uma-so',
          'if-match': etag,
        },
      );
    expect((await inativar('"99"')).status).toBe(412);
    expect((await inativar('"1"')).status).toBe(200);
    expect((await inativar('"1"')).cabecalhos.get('idempotency-replayed')).toBe('true');
  });

  it.each([
    ['vazia', ''],
    ['com espaço', 'a b'],
    ['longa demais', 'x'.repeat(256)],
    ['com letra acentuada', 'caf\u00e9'],
  ])('deve recusar com 400 uma chave %s', async (_qual, chave) => {
    const antes = await contar('setores');
    const resposta = await comChave(chave, '/v1/setores', { nome: 'X' });
    expect(resposta.status).toBe(400);
    expect(resposta.corpo.error[0]).toMatchObject({ campo: 'Idempotency-Key' });
    expect(await contar('setores')).toBe(antes);
  });

  it('deve deixar um efeito por chave quando as cópias chegam juntas', async () => {
    const [chaves, copias] = [100, 4];
    const antes = await contar('setores');
    const pedidos = Array.from({ length: chaves * copias }, (_, i) => i % chaves).map((i) =>
      comChave(`junta-${i}`, '/v1/setores', { nome: `Setor ${i}` }),
    );
    const respostas = await Promise.all(pedidos);

    expect(new Set(respostas.map((r) => r.status))).toEqual(new Set([201]));
    expect(await contar('setores')).toBe(antes + chaves);
    const idsPorChave = Array.from(
      { length: chaves },
      (_, i) => new Set(respostas.filter((__, j) => j % chaves === i).map((r) => r.corpo.data.id)).size,
    );
    expect(new Set(idsPorChave)).toEqual(new Set([1]));
  });
});
