import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { ReativarSetor } from './reativar-setor.js';

describe('reativar setor', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number) => new ReativarSetor(id, GESTORA);

  it('deve devolver o setor ao uso, e recusar o que já está ativo ou não existe', async () => {
    const { id } = await cenario.app.criar('/v1/setores', { nome: 'Volta' });
    await esperaRecusa(cenario, 'SETOR.JA_ATIVO', comando(id));
    await cenario.app.post(`/v1/setores/${id}/inativar`, { motivo: 'obra' });
    expect(await cenario.executar(comando(id))).toMatchObject({
      ativo: true,
      inativadoEm: null,
      motivoInativacao: null,
    });
    await esperaRecusa(cenario, 'SETOR.NAO_ENCONTRADO', comando(999_999));
  });
});
