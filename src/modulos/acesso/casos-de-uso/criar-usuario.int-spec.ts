import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CriarUsuario, type DadosDeUsuario } from './criar-usuario.js';

describe('criar usuário', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });

  afterAll(() => app.encerrar());

  const criar = (mudanca: Partial<DadosDeUsuario> = {}) =>
    app.app.get(CommandBus).execute(
      new CriarUsuario(
        {
          nome: 'Ana Souza',
          email: 'ana@teste.local',
          senha: 'senha de ana',
          papeis: ['MEDICO', 'GESTAO'],
          ...mudanca,
        },
        SISTEMA,
      ),
    );
  const tudo = async () => [
    await app.consultar('SELECT * FROM usuarios ORDER BY id'),
    await app.consultar('SELECT * FROM usuarios_papeis ORDER BY id'),
  ];

  it('deve guardar o e-mail em minúsculas, os perfis e só o resumo da senha', async () => {
    const criado = await criar({ email: 'Ana@Teste.LOCAL' });

    expect(criado.papeis).toEqual(['GESTAO', 'MEDICO']);
    const [linha] = await app.consultar('SELECT * FROM usuarios WHERE id = ?', [criado.id]);
    expect(linha).toMatchObject({
      nome: 'Ana Souza',
      email: 'ana@teste.local',
      ativo: 1,
      versao: 1,
      ultimo_acesso_em: null,
    });
    expect(linha!.senha_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(linha)).not.toContain('senha de ana');
    const papeis = await app.consultar(
      'SELECT papel FROM usuarios_papeis WHERE usuario_id = ? ORDER BY papel',
      [criado.id],
    );
    expect(papeis.map((p) => p.papel)).toEqual(['GESTAO', 'MEDICO']);
  });

  it('deve recusar e-mail em uso sem escrever nada', async () => {
    await criar({ email: 'bia@teste.local' });
    const antes = await tudo();

    await expect(criar({ email: 'BIA@teste.local', nome: 'Outra' })).rejects.toMatchObject({
      tipo: 'conflito',
      codigo: 'ACESSO.EMAIL_EM_USO',
      campo: 'email',
    });
    expect(await tudo()).toEqual(antes);
  });

  it.each([
    ['ACESSO.SENHA_COMUM', 'flamengo81'],
    ['ACESSO.SENHA_PREVISIVEL', 'souza e mais nada'],
    ['ACESSO.SENHA_PREVISIVEL', 'o plantao de hoje'],
  ])('deve recusar por %s a senha fácil de adivinhar, sem escrever nada', async (codigo, senha) => {
    const antes = await tudo();

    await expect(criar({ email: 'nova@teste.local', senha })).rejects.toMatchObject({
      codigo,
      campo: 'senha',
    });
    expect(await tudo()).toEqual(antes);
  });

  it('deve desfazer o usuário quando um perfil não pode ser guardado', async () => {
    const antes = await tudo();

    await expect(criar({ email: 'caio@teste.local', papeis: ['MEDICO', 'MEDICO'] })).rejects.toThrow();
    expect(await tudo()).toEqual(antes);
  });

  it('deve criar um só quando dez pedem o mesmo e-mail ao mesmo tempo', async () => {
    const tentativas = await Promise.allSettled(
      Array.from({ length: 10 }, () => criar({ email: 'davi@teste.local' })),
    );

    expect(tentativas.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    for (const t of tentativas)
      if (t.status === 'rejected') expect(t.reason).toMatchObject({ codigo: 'ACESSO.EMAIL_EM_USO' });
    expect(await app.consultar('SELECT id FROM usuarios WHERE email = ?', ['davi@teste.local'])).toHaveLength(
      1,
    );
  });
});
