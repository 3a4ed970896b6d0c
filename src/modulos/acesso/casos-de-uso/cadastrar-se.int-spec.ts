import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ADMIN } from '../../../../test/apoio/banco-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { CadastrarSe, type DadosDoCadastro } from './cadastrar-se.js';

const DADOS: DadosDoCadastro = {
  nome: 'Maria Pereira',
  email: 'maria@teste.local',
  senha: 'uma frase que só eu sei',
  cpf: '52998224725',
  dataNascimento: '1980-02-29',
};

describe('cadastrar-se', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
  });
  afterAll(() => app.encerrar());

  const cadastrar = (mudancas: Partial<DadosDoCadastro> = {}) =>
    app.app.get(CommandBus).execute(new CadastrarSe({ ...DADOS, ...mudancas }));
  const pedidos = () => app.consultar('SELECT * FROM pedidos_de_acesso ORDER BY id');
  const eventos = () =>
    app.consultar("SELECT * FROM eventos WHERE tipo = 'acesso.pedido-recebido' ORDER BY id");

  it('deve só anotar o pedido e dizer que ele chegou, sem a senha e sem nada da pessoa no evento', async () => {
    const usuarios = await app.consultar('SELECT * FROM usuarios');
    expect(await cadastrar()).toEqual({ email: DADOS.email, situacao: 'AGUARDANDO_VERIFICACAO' });

    const [pedido] = await pedidos();
    const { senha: _, nome, email, cpf } = DADOS;
    expect(pedido).toMatchObject({ tipo: 'CADASTRO', nome, email, cpf, repete_senha: 0 });
    expect(String(pedido!.senha_hash)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([pedido!.atendido_em, pedido!.usuario_id, pedido!.aviso]).toEqual([null, null, null]);
    const [evento] = await eventos();
    expect(JSON.parse(String(evento!.dados))).toEqual({ pedidoId: pedido!.id });
    expect(await app.consultar('SELECT * FROM usuarios')).toEqual(usuarios);
  });

  it('deve fazer o mesmo, com uma senha conferida e uma gerada, para quem tem conta e para quem não tem', async () => {
    const senhas = app.app.get(Senhas);
    const [conferir, gerar] = [jest.spyOn(senhas, 'confere'), jest.spyOn(senhas, 'gerar')];
    const formas = [];
    for (const email of [ADMIN.email, 'ninguem@teste.local']) {
      const antes = await pedidos();
      await cadastrar({ email });
      const [novo, ...outros] = (await pedidos()).slice(antes.length);
      formas.push([conferir.mock.calls.length, gerar.mock.calls.length, Object.keys(novo!), outros]);
      jest.clearAllMocks();
    }
    jest.restoreAllMocks();
    expect(formas[0]).toEqual(formas[1]);
    expect(formas[0]!.slice(0, 2)).toEqual([1, 1]);
  });

  it.each([
    ['ACESSO.SENHA_COMUM', { senha: 'flamengo81' }],
    ['ACESSO.SENHA_PREVISIVEL', { senha: 'maria pereira 81' }],
  ])('deve recusar por %s sem anotar nada', async (codigo, mudancas) => {
    await esperaRecusaSemEscrita(app, ['pedidos_de_acesso', 'eventos'], codigo, () => cadastrar(mudancas));
  });
});
