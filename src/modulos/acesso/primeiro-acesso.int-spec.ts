import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../test/apoio/aplicacao-de-teste.js';
import { ADMIN } from '../../../test/apoio/banco-de-teste.js';
import { Ambiente, type PrimeiroAcesso } from '../../config/ambiente.js';
import { Demonstracao } from '../../plataforma/demonstracao/demonstracao.js';
import { Senhas } from '../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../plataforma/tempo/relogio.js';
import { AcessoDeDemonstracao } from './dominio/acesso-de-demonstracao.entity.js';
import { CriarPrimeiroAcesso } from './primeiro-acesso.js';

describe('primeiro acesso', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });

  afterAll(() => app.encerrar());

  /** As a replica with this configuration would when it starts. */
  const iniciar = (primeiroAcesso: PrimeiroAcesso | null, demonstracao = Demonstracao.NENHUMA) => {
    const ambiente = new Ambiente({ ...app.banco.ambiente, primeiroAcesso });
    return new CriarPrimeiroAcesso(
      ambiente,
      app.unidade,
      app.app.get(Senhas),
      app.app.get(Relogio),
      demonstracao,
    ).onApplicationBootstrap();
  };
  const usuarios = () => app.consultar('SELECT * FROM usuarios ORDER BY id');
  const papeis = () => app.consultar('SELECT usuario_id, papel FROM usuarios_papeis ORDER BY id');

  it('deve criar, ao iniciar, um administrador com os dados da configuração', async () => {
    const [admin] = await usuarios();

    expect(admin).toMatchObject({ nome: 'Administrador', email: ADMIN.email, ativo: 1 });
    expect(await papeis()).toEqual([{ usuario_id: admin!.id, papel: 'ADMIN' }]);
    expect(app.token).not.toBe('');
  });

  it('deve não mudar nada em quem já existe, nem nome, nem perfis, nem senha', async () => {
    await app.unidade.executar(async (tx) => {
      await tx.executar(
        "UPDATE usuarios SET nome = 'Ana', ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu'",
      );
      await tx.executar("UPDATE usuarios_papeis SET papel = 'GESTAO'");
    });
    const antes = [await usuarios(), await papeis()];
    await iniciar({ email: ADMIN.email.toUpperCase(), senha: 'outra-senha-1', gerado: false });

    expect([await usuarios(), await papeis()]).toEqual(antes);
  });

  it('deve não inventar um acesso na demonstração, que tem os seus', async () => {
    const antes = await usuarios();
    const demonstracao = new Demonstracao(true, 0);
    await iniciar({ email: 'novo@teste.local', senha: 'inventada', gerado: true }, demonstracao);
    expect(await usuarios()).toEqual(antes);
    await iniciar({ email: 'pedido@teste.local', senha: 'pedida-1', gerado: false }, demonstracao);
    expect(await usuarios()).toHaveLength(antes.length + 1);
  });

  it('deve tomar para a configuração o acesso da demonstração que tem o seu endereço', async () => {
    const { id } = await app.criar<{ id: number }>('/v1/usuarios', {
      nome: 'Gestão',
      email: 'gestao@teste.local',
      senha: 'conhecida-1',
      papeis: ['GESTAO'],
    });
    await app.unidade.executar((tx) => tx.gerente.insert(AcessoDeDemonstracao, { usuarioId: id }));
    const acesso = { email: 'Gestao@teste.local', senha: 'so-minha-1', gerado: false };
    await Promise.all([1, 2].map(() => iniciar(acesso, new Demonstracao(true, 0))));

    expect(await app.consultar('SELECT id FROM demonstracao_acessos')).toEqual([]);
    const dela = (await papeis()).filter(({ usuario_id }) => usuario_id === id).map(({ papel }) => papel);
    expect(dela.sort()).toEqual(['ADMIN', 'GESTAO']);
    const entrar = (senha: string) =>
      app.pedir('POST', '/v1/auth/login', { email: 'gestao@teste.local', senha });
    expect((await entrar('conhecida-1')).status).toBe(401);
    expect((await entrar('so-minha-1')).status).toBe(200);
  });

  it('deve criar um só quando oito instâncias iniciam juntas', async () => {
    const acesso = { email: 'Chefe@teste.local', senha: 'senha-da-chefia', gerado: false };
    await Promise.all(Array.from({ length: 8 }, () => iniciar(acesso)));

    const criados = (await usuarios()).filter((u) => u.email === 'chefe@teste.local');
    expect(criados).toHaveLength(1);
    expect((await papeis()).filter((p) => p.usuario_id === criados[0]!.id)).toHaveLength(1);
  });

  it('deve não criar ninguém quando a configuração não pede', async () => {
    const antes = await usuarios();
    await iniciar(null);

    expect(await usuarios()).toEqual(antes);
  });
});
