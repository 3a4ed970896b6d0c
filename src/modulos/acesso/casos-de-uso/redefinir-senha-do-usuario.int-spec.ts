import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { RedefinirSenhaDoUsuario } from './redefinir-senha-do-usuario.js';

const NOVA = 'frase dada no balcão';

describe('RedefinirSenhaDoUsuario', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const redefinir = (senha = NOVA, id = conta.id) =>
    conta.executar(new RedefinirSenhaDoUsuario(id, { senha }, SISTEMA));

  it('deve dar uma senha provisória, terminar todas as sessões e avisar o dono uma vez', async () => {
    await conta.entrar();
    await redefinir();
    const [linha] = await app.consultar('SELECT senha_provisoria FROM usuarios WHERE id = ?', [conta.id]);
    expect(linha).toEqual({ senha_provisoria: 1 });
    expect(
      await app.consultar("SELECT id FROM eventos WHERE tipo = 'acesso.senha-trocada' AND agregado_id = ?", [
        conta.id,
      ]),
    ).toHaveLength(1);
    expect(await conta.sessoesAbertas()).toEqual([]);
    await conta.entrar({ senha: NOVA });
  });

  it.each([
    ['ACESSO.SENHA_COMUM', 'corinthians', undefined],
    ['ACESSO.SENHA_PREVISIVEL', 'ela se chama rita', undefined],
    ['USUARIO.NAO_ENCONTRADO', NOVA, 999_999],
  ])('deve recusar por %s sem gravar nada', async (codigo, senha, id) => {
    await esperaRecusaSemEscrita(app, ['usuarios', 'sessoes'], codigo, () => redefinir(senha, id));
  });
});
