import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { ConfirmarSegundoFator } from './confirmar-segundo-fator.js';
import { IniciarSegundoFator } from './iniciar-segundo-fator.js';

const TABELAS = ['segundos_fatores', 'codigos_de_recuperacao', 'sessoes'];

describe('ConfirmarSegundoFator', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const confirmar = (codigo: string) => conta.executar(new ConfirmarSegundoFator({ codigo }, conta.autor));

  it('deve pôr o segredo em vigor, gastar o código, dar dez de recuperação e terminar as outras sessões', async () => {
    await conta.entrar();
    const codigos = await conta.cadastrarSegundoFator();
    expect(codigos).toHaveLength(10);
    const guardados = await app.consultar(
      `SELECT c.resumo, c.usado_em FROM codigos_de_recuperacao c JOIN segundos_fatores s ON s.id = c.segundo_fator_id
        WHERE s.usuario_id = ?`,
      [conta.id],
    );
    expect(guardados).toEqual(
      Array(10).fill({ resumo: expect.stringMatching(/^[0-9a-f]{64}$/), usado_em: null }),
    );
    expect(await conta.sessoesAbertas()).toEqual([conta.autor.sessaoId]);
    await expect(conta.entrar({ codigo: conta.codigo() })).rejects.toMatchObject({
      codigo: 'ACESSO.SEGUNDO_FATOR_INVALIDO',
    });
    await conta.entrar({ codigo: codigos[3]! });
  });

  it('deve recusar código errado, e o que não começou ou já acabou, sem gravar nada', async () => {
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.SEGUNDO_FATOR_NAO_INICIADO', () =>
      confirmar('123456'),
    );
    await conta.executar(new IniciarSegundoFator({ senha: conta.senha }, conta.autor));
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.CODIGO_INCORRETO', () => confirmar('000000'));
    await conta.cadastrarSegundoFator();
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.SEGUNDO_FATOR_JA_CADASTRADO', () =>
      confirmar(conta.codigo(1)),
    );
  });
});
