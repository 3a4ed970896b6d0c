import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { InativarSetor } from './inativar-setor.js';

describe('inativar setor', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number) => new InativarSetor(id, { motivo: 'ala fechada' }, GESTORA);

  it('deve inativar um setor sem leitos em uso', async () => {
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Velho' });
    await cenario.leito('DESATIVADO', { setorId });
    expect(await cenario.executar(comando(setorId))).toMatchObject({
      ativo: false,
      motivoInativacao: 'ala fechada',
    });
    await esperaRecusa(cenario, 'SETOR.JA_INATIVO', comando(setorId));
  });

  it('deve recusar enquanto houver leito não desativado, e setor que não existe, sem escrever nada', async () => {
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Em uso' });
    await cenario.leito('LIVRE', { setorId });
    await esperaRecusa(cenario, 'SETOR.COM_LEITOS_EM_USO', comando(setorId));
    await esperaRecusa(cenario, 'SETOR.NAO_ENCONTRADO', comando(999_999));
  });

  it('deve nunca deixar um leito livre num setor inativo, mesmo ao mesmo tempo', async () => {
    for (let vez = 0; vez < 5; vez++) {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: `Disputado ${vez}` });
      await Promise.allSettled([
        cenario.executar(comando(setorId)),
        cenario.app.post('/v1/leitos', { numero: '1', setorId, tipo: 'ENFERMARIA' }),
      ]);
    }
    const tortos = await cenario.app.consultar(
      "SELECT l.id FROM leitos l JOIN setores s ON s.id = l.setor_id WHERE s.ativo = 0 AND l.status <> 'DESATIVADO'",
    );
    expect(tortos).toEqual([]);
  });
});
