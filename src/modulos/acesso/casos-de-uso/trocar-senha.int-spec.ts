import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { TrocarSenha } from './trocar-senha.js';

const NOVA = 'outra frase comprida';

describe('TrocarSenha', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const trocar = (senhaAtual = conta.senha, novaSenha = NOVA) =>
    conta.executar(new TrocarSenha({ senhaAtual, novaSenha }, conta.autor));

  it('deve guardar só o resumo da nova, que deixa de ser provisória, terminar as outras sessões e avisar uma vez', async () => {
    await conta.entrar();
    await trocar();
    const [linha] = await app.consultar('SELECT * FROM usuarios WHERE id = ?', [conta.id]);
    expect(linha).toMatchObject({ senha_provisoria: 0, versao: 2 });
    expect(linha!.senha_hash).toMatch(/^\$argon2id\$/);
    expect(
      await app.consultar("SELECT id FROM eventos WHERE tipo = 'acesso.senha-trocada' AND agregado_id = ?", [
        conta.id,
      ]),
    ).toHaveLength(1);
    expect(await conta.sessoesAbertas()).toEqual([conta.autor.sessaoId]);
    await expect(conta.entrar()).rejects.toMatchObject({ codigo: 'ACESSO.CREDENCIAIS_INVALIDAS' });
    await conta.entrar({ senha: NOVA });
  });

  it.each([
    ['ACESSO.SENHA_INCORRETA', 'errada', NOVA],
    ['ACESSO.SENHA_REPETIDA', undefined, 'frase que só ela diz'],
    ['ACESSO.SENHA_COMUM', undefined, 'corinthians'],
    ['ACESSO.SENHA_PREVISIVEL', undefined, 'eu sou a rita'],
  ])('deve recusar por %s sem gravar nada', async (codigo, atual, nova) => {
    await esperaRecusaSemEscrita(app, ['usuarios', 'sessoes'], codigo, () => trocar(atual, nova));
  });

  it('deve recusar quem foi inativado enquanto tinha o token', async () => {
    const sql =
      "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'x' WHERE id = ?";
    await app.unidade.executar((tx) => tx.executar(sql, [conta.id]));
    await esperaRecusaSemEscrita(app, ['usuarios'], 'ACESSO.TOKEN_INVALIDO', () => trocar());
  });
});
