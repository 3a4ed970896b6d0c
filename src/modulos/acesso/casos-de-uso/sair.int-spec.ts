import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { PessoaDeTeste, TABELAS_DE_SESSAO } from '../../../../test/apoio/sessao-de-teste.js';
import { Sair } from './sair.js';

describe('Sair', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const sair = (autor: Sair['autor']) => app.app.get(CommandBus).execute(new Sair(autor));

  it('deve terminar a sessão do token, e só ela, e nada na segunda vez', async () => {
    const ana = await PessoaDeTeste.criar(app);
    const [uma, outra] = [await ana.entrar(), await ana.entrar()];
    await sair(uma.autor);

    expect(await ana.motivos()).toEqual(['LOGOUT', null]);
    expect(() => ana.autor(uma.accessToken)).toThrow('O token não é válido');
    await expect(ana.renovar(uma.refreshToken)).rejects.toThrow('A sessão terminou');
    expect(ana.autor(outra.accessToken).usuarioId).toBe(ana.id);
    const antes = await retrato(app, ...TABELAS_DE_SESSAO);
    await sair(uma.autor);
    expect(await retrato(app, ...TABELAS_DE_SESSAO)).toEqual(antes);
  });

  it('deve não fazer nada com um token sem sessão', async () => {
    const antes = await retrato(app, ...TABELAS_DE_SESSAO);
    await sair({ usuarioId: 1, papeis: ['ADMIN'] });
    expect(await retrato(app, ...TABELAS_DE_SESSAO)).toEqual(antes);
  });
});
