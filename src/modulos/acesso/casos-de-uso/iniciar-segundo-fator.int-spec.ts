import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { IniciarSegundoFator } from './iniciar-segundo-fator.js';

describe('IniciarSegundoFator', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const iniciar = (senha = conta.senha) => conta.executar(new IniciarSegundoFator({ senha }, conta.autor));

  it('deve sortear um segredo a cada começo, guardado cifrado, sem mudar como se entra', async () => {
    const [um, dois] = [await iniciar(), await iniciar()] as { segredo: string }[];
    expect(um!.segredo).not.toBe(dois!.segredo);
    const linhas = await app.consultar(
      'SELECT segredo, confirmado_em FROM segundos_fatores WHERE usuario_id = ? ORDER BY id',
      [conta.id],
    );
    expect(linhas).toEqual([
      { segredo: null, confirmado_em: null },
      { segredo: expect.stringMatching(/^v1\./), confirmado_em: null },
    ]);
    expect(JSON.stringify(linhas)).not.toContain(dois!.segredo);
    await conta.entrar();
  });

  it('deve recusar senha errada, e um segundo cadastro, sem gravar nada', async () => {
    const tabelas = ['segundos_fatores'];
    await esperaRecusaSemEscrita(app, tabelas, 'ACESSO.SENHA_INCORRETA', () => iniciar('errada'));
    await conta.cadastrarSegundoFator();
    await esperaRecusaSemEscrita(app, tabelas, 'ACESSO.SEGUNDO_FATOR_JA_CADASTRADO', () => iniciar());
  });
});
