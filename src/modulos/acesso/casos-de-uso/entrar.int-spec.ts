import { CommandBus } from '@nestjs/cqrs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { AcessoDeDemonstracao } from '../dominio/acesso-de-demonstracao.entity.js';
import { CadastrarSe } from './cadastrar-se.js';
import { CriarUsuario } from './criar-usuario.js';
import { Entrar } from './entrar.js';

const SENHA = 'senha da ana';
let contador = 0;

describe('entrar', () => {
  let app: AplicacaoDeTeste;
  let ana: { id: number; email: string };

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });

  afterAll(() => app.encerrar());

  beforeEach(async () => {
    ana = await app.app
      .get(CommandBus)
      .execute(
        new CriarUsuario(
          { nome: 'Ana', email: `ana${++contador}@teste.local`, senha: SENHA, papeis: ['MEDICO'] },
          SISTEMA,
        ),
      );
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const entrar = (senha = SENHA, email = ana.email, daPropriaMaquina = true) =>
    app.app.get(CommandBus).execute(new Entrar({ email, senha }, daPropriaMaquina));
  const linha = async () => (await app.consultar('SELECT * FROM usuarios WHERE id = ?', [ana.id]))[0]!;
  const escrever = (sql: string) => app.unidade.executar((tx) => tx.executar(sql, [ana.id]));
  const INATIVAR =
    "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu' WHERE id = ?";
  const recusa = {
    tipo: 'nao_autenticado',
    codigo: 'ACESSO.CREDENCIAIS_INVALIDAS',
    message: 'E-mail ou senha incorretos.',
  };

  it('deve deixar o acesso da demonstração entrar só desta máquina', async () => {
    await app.unidade.executar((tx) => tx.gerente.insert(AcessoDeDemonstracao, { usuarioId: ana.id }));
    await expect(entrar(SENHA, ana.email, false)).rejects.toMatchObject({
      tipo: 'proibido',
      codigo: 'ACESSO.SO_NESTA_MAQUINA',
    });
    expect((await linha()).ultimo_acesso_em).toBeNull();
    await expect(entrar('errada', ana.email, false)).rejects.toMatchObject(recusa);
    await expect(entrar(SENHA, ana.email, true)).resolves.toMatchObject({ usuario: { id: ana.id } });
  });

  it('deve registrar o instante da entrada e mais nada', async () => {
    const antes = await linha();
    const { usuario, accessToken } = await entrar();

    expect(usuario).toEqual({
      id: ana.id,
      nome: 'Ana',
      email: ana.email,
      papeis: ['MEDICO'],
      pendencia: null,
    });
    expect(accessToken.split('.')).toHaveLength(3);
    const depois = await linha();
    expect(depois.ultimo_acesso_em).not.toBeNull();
    expect({ ...depois, ultimo_acesso_em: null }).toEqual(antes);
  });

  it('deve recusar senha errada sem escrever nada', async () => {
    const antes = await linha();

    await expect(entrar('outra senha')).rejects.toMatchObject(recusa);
    expect(await linha()).toEqual(antes);
  });

  it('deve recusar usuário inativo, mesmo com a senha certa, sem escrever nada', async () => {
    await escrever(INATIVAR);
    const antes = await linha();

    await expect(entrar()).rejects.toMatchObject(recusa);
    expect(await linha()).toEqual(antes);
  });

  it('deve conferir duas senhas antes de recusar, exista ou não a conta, e haja ou não um cadastro recente ali', async () => {
    const cadastro = { nome: 'Maria Pereira', senha: 'uma frase que só eu sei' };
    for (const email of [ana.email, 'cadastrou@teste.local'])
      await app.app.get(CommandBus).execute(new CadastrarSe({ ...cadastro, email }));
    const outra = `outra${contador}@teste.local`;
    const daEquipe = { nome: 'Outra', email: outra, senha: SENHA, papeis: ['MEDICO' as const] };
    await app.app.get(CommandBus).execute(new CriarUsuario(daEquipe, SISTEMA));
    const conferir = jest.spyOn(app.app.get(Senhas), 'qual');
    const hash = expect.stringContaining('$argon2id$');
    for (const [email, contra] of [
      ['ninguem@teste.local', [null, null]],
      ['cadastrou@teste.local', [null, hash]],
      [outra, [hash, null]],
      [ana.email, [hash, hash]],
    ] as const) {
      conferir.mockClear();
      await expect(entrar('errada', email)).rejects.toMatchObject(recusa);
      expect([email, conferir.mock.calls.map(([, hashes]) => hashes)]).toEqual([email, [contra]]);
    }
    await escrever(INATIVAR);
    conferir.mockClear();
    await expect(entrar()).rejects.toMatchObject(recusa);
    expect(conferir.mock.calls.map(([, hashes]) => hashes)).toEqual([[null, hash]]);
  });

  it('deve contar como errada a senha de um cadastro, que não é a da conta', async () => {
    const senha = 'uma frase que só eu sei';
    await app.app.get(CommandBus).execute(new CadastrarSe({ nome: 'Outra', email: ana.email, senha }));
    for (let vez = 0; vez < 10; vez++)
      await expect(entrar(senha)).rejects.toMatchObject({ codigo: 'ACESSO.EMAIL_NAO_VERIFICADO' });
    await expect(entrar(senha)).rejects.toMatchObject({ codigo: 'ACESSO.BLOQUEADO' });
  });

  it.each([
    ['a pessoa é inativada', INATIVAR],
    ['a senha é trocada', "UPDATE usuarios SET senha_hash = 'outro' WHERE id = ?"],
  ])('deve recusar quando %s durante a conferência', async (_, mudanca) => {
    const senhas = app.app.get(Senhas);
    const conferir = senhas.qual.bind(senhas);
    jest.spyOn(senhas, 'qual').mockImplementation(async (senha, hashes) => {
      await escrever(mudanca);
      return conferir(senha, hashes);
    });

    await expect(entrar()).rejects.toMatchObject(recusa);
    expect((await linha()).ultimo_acesso_em).toBeNull();
  });

  it('deve pedir o código a quem cadastra o segundo fator durante a conferência', async () => {
    const senhas = app.app.get(Senhas);
    const conferir = senhas.qual.bind(senhas);
    jest.spyOn(senhas, 'qual').mockImplementation(async (senha, hashes) => {
      const agora = app.relogio.agora();
      await app.unidade.executar((tx) =>
        tx.inserir(
          `INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
           VALUES (?, ?, 'selado', ?, ?, 1)`,
          [ana.id, ana.id, agora, agora],
        ),
      );
      return conferir(senha, hashes);
    });

    await expect(entrar()).rejects.toMatchObject({ codigo: 'ACESSO.SEGUNDO_FATOR_EXIGIDO' });
    expect((await linha()).ultimo_acesso_em).toBeNull();
    expect(await app.consultar('SELECT id FROM sessoes WHERE usuario_id = ?', [ana.id])).toEqual([]);
  });
});
