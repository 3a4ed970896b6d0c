import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { PessoaDeTeste, TABELAS_DE_SESSAO } from '../../../../test/apoio/sessao-de-teste.js';
import { EncerrarSessao } from './encerrar-sessao.js';

describe('EncerrarSessao', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const encerrar = (id: number, autor: EncerrarSessao['autor']) =>
    app.app.get(CommandBus).execute(new EncerrarSessao(id, autor));

  it('deve terminar a sessão escolhida, dizendo se era outra ou a própria', async () => {
    const ana = await PessoaDeTeste.criar(app);
    const [uma, outra] = [await ana.entrar(), await ana.entrar()];
    await encerrar(uma.autor.sessaoId, outra.autor);

    expect(await ana.motivos()).toEqual(['OUTRAS', null]);
    expect(() => ana.autor(uma.accessToken)).toThrow('O token não é válido');
    await encerrar(outra.autor.sessaoId, outra.autor);
    expect(await ana.motivos()).toEqual(['OUTRAS', 'LOGOUT']);
  });

  it('deve responder que não há à de outra pessoa, à que já terminou e à que não existe', async () => {
    const [ana, bia] = [await PessoaDeTeste.criar(app), await PessoaDeTeste.criar(app)];
    const [uma, outra, dela] = [await ana.entrar(), await ana.entrar(), await bia.entrar()];
    await encerrar(uma.autor.sessaoId, outra.autor);

    for (const id of [dela.autor.sessaoId, uma.autor.sessaoId, 999_999])
      await esperaRecusaSemEscrita(app, TABELAS_DE_SESSAO, 'ACESSO.SESSAO_NAO_ENCONTRADA', () =>
        encerrar(id, outra.autor),
      );
  });
});
