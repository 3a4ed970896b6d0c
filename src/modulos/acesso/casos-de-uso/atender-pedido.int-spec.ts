import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { CodigosDeAcesso } from '../contrato/codigos-de-acesso.js';
import { AtenderPedido } from './atender-pedido.js';
import { CadastrarSe } from './cadastrar-se.js';
import { PedirCodigo } from './pedir-codigo.js';

const SENHA = 'uma frase que só eu sei';
const HORA = 3_600_000;
let contador = 0;

describe('atender pedido', () => {
  let app: AplicacaoDeTeste;
  let email: string;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
  });
  afterAll(() => app.encerrar());
  beforeEach(() => {
    email = `pessoa${++contador}@teste.local`;
  });

  const comandar = <T>(comando: T) => app.app.get(CommandBus).execute(comando as never);
  const pedido = async () =>
    (await app.consultar('SELECT * FROM pedidos_de_acesso ORDER BY id DESC LIMIT 1'))[0]!;
  const ler = async (id: unknown) =>
    (await app.consultar('SELECT * FROM pedidos_de_acesso WHERE id = ?', [Number(id)]))[0]!;
  const conta = async () => (await app.consultar('SELECT * FROM usuarios WHERE email = ?', [email]))[0];
  const eventosDaConta = async () =>
    (
      await app.consultar(
        "SELECT tipo, dados FROM eventos WHERE tipo <> 'acesso.pedido-recebido' ORDER BY id",
      )
    )
      .filter(({ dados }) => (JSON.parse(String(dados)) as { usuarioId?: number }).usuarioId === contaId)
      .map(({ tipo }) => String(tipo));
  let contaId = 0;
  /** Attends the last one asked; answers it, as it remained. */
  const atender = async () => {
    const { id } = await pedido();
    await comandar(new AtenderPedido(Number(id)));
    contaId = Number((await conta())?.id ?? 0);
    return ler(id);
  };
  const cadastrar = async (senha = SENHA) => {
    const dados = { nome: 'Maria Pereira', email, senha, cpf: '52998224725', dataNascimento: '1980-02-29' };
    await comandar(new CadastrarSe(dados));
    return atender();
  };
  const pedir = async (tipo: 'REENVIO' | 'REDEFINICAO') => {
    await comandar(new PedirCodigo(tipo, { email }));
    return atender();
  };
  const confirmar = () =>
    app.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET aguarda_verificacao_desde = NULL WHERE email = ?', [email]),
    );

  it('deve criar, de um e-mail livre, a conta de paciente que espera a confirmação', async () => {
    const depois = await cadastrar();
    expect(await conta()).toMatchObject({ nome: 'Maria Pereira', ativo: 1, paciente_id: null });
    expect((await conta())!.aguarda_verificacao_desde).not.toBeNull();
    expect(await app.consultar('SELECT papel FROM usuarios_papeis WHERE usuario_id = ?', [contaId])).toEqual([
      { papel: 'PACIENTE' },
    ]);
    expect(await eventosDaConta()).toEqual(['acesso.conta-criada']);
    // What the confirmation will need stays until it comes.
    expect(depois).toMatchObject({ usuario_id: contaId, aviso: 'verificacao-de-email', cpf: '52998224725' });
  });

  it('deve fazer uma vez só o que foi pedido, ainda que mandem de novo', async () => {
    const { id } = await cadastrar();
    const antes = [await conta(), await eventosDaConta(), await ler(id)];
    await Promise.all([1, 2].map(() => comandar(new AtenderPedido(Number(id)))));
    await comandar(new AtenderPedido(999_999));
    expect([await conta(), await eventosDaConta(), await ler(id)]).toEqual(antes);
  });

  it('deve criar uma conta só de muitos cadastros simultâneos', async () => {
    const dados = { nome: 'Maria Pereira', email, senha: SENHA };
    await Promise.all(Array.from({ length: 6 }, () => comandar(new CadastrarSe(dados))));
    const ids = (await app.consultar('SELECT id FROM pedidos_de_acesso WHERE email = ?', [email])).map(
      (l) => l.id,
    );
    await Promise.all(ids.map((id) => comandar(new AtenderPedido(Number(id)))));
    contaId = Number((await conta())!.id);
    expect((await app.consultar('SELECT id FROM usuarios WHERE email = ?', [email])).length).toBe(1);
    expect((await eventosDaConta()).sort()).toEqual([
      'acesso.conta-criada',
      'acesso.verificacao-pedida',
      'acesso.verificacao-pedida',
      'acesso.verificacao-pedida',
    ]);
  });

  it('deve avisar o dono da conta que já vale, sem mudá-la, e esquecer quem tentou', async () => {
    await cadastrar();
    await confirmar();
    const antes = await conta();
    const depois = await cadastrar('outra frase que só eu sei');
    expect(await conta()).toEqual(antes);
    expect((await eventosDaConta()).at(-1)).toBe('acesso.cadastro-repetido');
    expect(depois).toMatchObject({ nome: null, cpf: null, data_nascimento: null, email });
  });

  it('deve manter a senha quando o mesmo cadastro chega de novo', async () => {
    await cadastrar();
    const antes = await conta();
    await cadastrar();
    expect(await conta()).toEqual(antes);
    expect((await eventosDaConta()).at(-1)).toBe('acesso.verificacao-pedida');
  });

  it('deve anular as senhas de cadastros diferentes com o mesmo e-mail, e esquecer quem disseram ser', async () => {
    const primeiro = await cadastrar();
    const { senha_hash: antes } = (await conta())!;
    await cadastrar('a senha de um intruso');
    const { senha_hash: depois } = (await conta())!;
    const hashes = (
      await app.consultar('SELECT senha_hash FROM pedidos_de_acesso WHERE usuario_id = ?', [contaId])
    ).map((l) => l.senha_hash);
    expect([antes, ...hashes]).not.toContain(depois);
    expect(String(depois)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await ler(primeiro.id)).toMatchObject({ nome: null, cpf: null });
  });

  it('deve deixar um cadastro novo tomar o lugar do que ninguém confirmou a tempo', async () => {
    await cadastrar();
    app.relogio.avancar(25 * HORA);
    await cadastrar('outra frase que só eu sei');
    const { senha_hash: senhaDoPedido } = await pedido();
    expect((await conta())!.senha_hash).toBe(senhaDoPedido);
  });

  it('deve mandar o código a quem esqueceu a senha, e a confirmação a quem ainda a deve', async () => {
    await cadastrar();
    expect(await pedir('REDEFINICAO')).toMatchObject({ aviso: 'reenvio-da-verificacao', email: null });
    await confirmar();
    expect(await pedir('REDEFINICAO')).toMatchObject({ aviso: 'redefinicao-de-senha', email: null });
    expect(await pedir('REENVIO')).toMatchObject({ aviso: null, email: null });
  });

  it('deve não fazer nada, e esquecer o e-mail, quando não há conta ou ela está fora de uso', async () => {
    for (const tipo of ['REENVIO', 'REDEFINICAO'] as const)
      expect(await pedir(tipo)).toMatchObject({ usuario_id: null, aviso: null, email: null });
    await cadastrar();
    await confirmar();
    await app.unidade.executar((tx) =>
      tx.executar(
        "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu' WHERE id = ?",
        [contaId],
      ),
    );
    const antes = await eventosDaConta();
    await pedir('REENVIO');
    await pedir('REDEFINICAO');
    await cadastrar();
    expect(await eventosDaConta()).toEqual(antes);
  });

  it('deve calar depois do terceiro e-mail de um tipo na mesma hora', async () => {
    await cadastrar();
    await confirmar();
    const avisos = [];
    for (let vez = 0; vez < 5; vez++) avisos.push((await pedir('REDEFINICAO')).aviso);
    expect(avisos).toEqual([...Array<string>(3).fill('redefinicao-de-senha'), null, null]);
    expect((await cadastrar()).aviso).toBe('cadastro-repetido');
    app.relogio.avancar(HORA + 1);
    expect((await pedir('REDEFINICAO')).aviso).toBe('redefinicao-de-senha');
  });

  it('deve não emitir código a quem não tem uso para ele', async () => {
    await cadastrar();
    const codigos = app.app.get(CodigosDeAcesso);
    expect(await codigos.emitir(contaId, 'VERIFICACAO', email)).toMatchObject({
      segredo: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await codigos.emitir(contaId, 'REDEFINICAO', email)).toBeNull();
    expect(await codigos.emitir(contaId, 'VERIFICACAO', 'antigo@teste.local')).toBeNull();
    await confirmar();
    expect(await codigos.emitir(contaId, 'VERIFICACAO', email)).toBeNull();
    expect(await codigos.emitir(999_999, 'REDEFINICAO', email)).toBeNull();
  });
});
