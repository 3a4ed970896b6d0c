import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { ReativarUsuario } from './reativar-usuario.js';

describe('ReativarUsuario', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve devolver o acesso uma vez só, com a mesma senha', async () => {
    const ana = { nome: 'Ana', email: 'ana@teste.local', senha: 'senha de ana', papeis: ['RECEPCAO'] };
    const { id } = await aplicacao.criar('/v1/usuarios', ana);
    await aplicacao.post(`/v1/usuarios/${id}/inativar`, { motivo: 'Engano.' });
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'usuarios',
        inexistente: 'USUARIO.NAO_ENCONTRADO',
        repetida: 'USUARIO.JA_ATIVO',
        comando: (alvo) => new ReativarUsuario(alvo, SISTEMA),
      },
      { ativo: true, motivoInativacao: null },
    );
    const { email, senha } = ana;
    expect((await aplicacao.post('/v1/auth/login', { email, senha })).status).toBe(200);
  });
});
