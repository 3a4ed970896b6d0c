import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { DesativarSegundoFator } from './desativar-segundo-fator.js';

const TABELAS = ['segundos_fatores', 'sessoes'];

describe('DesativarSegundoFator', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const desativar = (codigo: string, senha = conta.senha) =>
    conta.executar(new DesativarSegundoFator({ senha, codigo }, conta.autor));

  it('deve apagar o segredo, com código do aplicativo ou de recuperação, e deixar entrar só com a senha', async () => {
    const codigos = await conta.cadastrarSegundoFator();
    await desativar(codigos[0]!);
    const [linha] = await app.consultar('SELECT * FROM segundos_fatores WHERE usuario_id = ?', [conta.id]);
    expect(linha).toMatchObject({ segredo: null, usuario_vigente_id: null });
    await conta.entrar();
    await conta.cadastrarSegundoFator();
    await expect(conta.entrar({ codigo: codigos[1]! })).rejects.toMatchObject({
      codigo: 'ACESSO.SEGUNDO_FATOR_INVALIDO',
    });
  });

  it('deve recusar senha ou código errados, e onde o hospital o exige, sem gravar nada', async () => {
    const codigos = await conta.cadastrarSegundoFator();
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.SENHA_INCORRETA', () =>
      desativar(codigos[0]!, 'errada'),
    );
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.CODIGO_INCORRETO', () => desativar('000000'));
    await app.pedir('PATCH', '/v1/hospital', { exigeSegundoFator: true });
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.SEGUNDO_FATOR_OBRIGATORIO', () =>
      desativar(codigos[0]!),
    );
    await app.pedir('PATCH', '/v1/hospital', { exigeSegundoFator: false });
    await desativar(codigos[0]!);
  });
});
