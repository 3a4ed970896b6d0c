import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { PessoaDeTeste } from '../../../../test/apoio/sessao-de-teste.js';
import { EncerrarOutrasSessoes } from './encerrar-outras-sessoes.js';

describe('EncerrarOutrasSessoes', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve terminar todas menos a do token, que segue valendo, e as de mais ninguém', async () => {
    const [ana, bia] = [await PessoaDeTeste.criar(app), await PessoaDeTeste.criar(app)];
    const [uma, esta, outra, dela] = [
      await ana.entrar(),
      await ana.entrar(),
      await ana.entrar(),
      await bia.entrar(),
    ];
    await app.app.get(CommandBus).execute(new EncerrarOutrasSessoes(esta.autor));

    expect(await ana.motivos()).toEqual(['OUTRAS', null, 'OUTRAS']);
    expect(await bia.motivos()).toEqual([null]);
    for (const { accessToken } of [uma, outra])
      expect(() => ana.autor(accessToken)).toThrow('O token não é válido');
    for (const { accessToken } of [esta, dela]) expect(() => ana.autor(accessToken)).not.toThrow();
    await expect(ana.renovar(uma.refreshToken)).rejects.toThrow('A sessão terminou');
    expect((await ana.renovar(esta.refreshToken)).autor.sessaoId).toBe(esta.autor.sessaoId);
  });
});
