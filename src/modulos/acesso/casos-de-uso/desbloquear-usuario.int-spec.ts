import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { DesbloquearUsuario } from './desbloquear-usuario.js';

describe('DesbloquearUsuario', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const desbloquear = (id = conta.id) => conta.executar(new DesbloquearUsuario(id, SISTEMA));

  it('deve deixar tentar de novo na hora, quantas vezes for pedido', async () => {
    for (let i = 0; i < 10; i++) await conta.entrar({ senha: 'errada' }).catch(() => undefined);
    await expect(conta.entrar()).rejects.toMatchObject({ codigo: 'ACESSO.BLOQUEADO' });
    await desbloquear();
    await desbloquear();
    await conta.entrar();
  });

  it('deve recusar quem não existe sem gravar nada', async () => {
    await esperaRecusaSemEscrita(app, ['limites_de_acesso'], 'USUARIO.NAO_ENCONTRADO', () =>
      desbloquear(999_999),
    );
  });
});
