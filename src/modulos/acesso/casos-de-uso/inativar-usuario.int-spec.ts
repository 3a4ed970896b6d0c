import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { InativarUsuario } from './inativar-usuario.js';

const ANA = { nome: 'Ana', senha: 'senha de ana', papeis: ['RECEPCAO'] };
const MOTIVO = 'Saiu do hospital.';

describe('InativarUsuario', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const inativacao = (id: number) => new InativarUsuario(id, { motivo: MOTIVO }, SISTEMA);
  const inativar = (id: number) => aplicacao.app.get(CommandBus).execute(inativacao(id));

  it('deve tirar o acesso uma vez só, guardando quando e por quê', async () => {
    const { id } = await aplicacao.criar('/v1/usuarios', { ...ANA, email: 'ana@teste.local' });
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'usuarios',
        inexistente: 'USUARIO.NAO_ENCONTRADO',
        repetida: 'USUARIO.JA_INATIVO',
        comando: inativacao,
      },
      { ativo: false, motivoInativacao: MOTIVO },
    );
    const entrada = { email: 'ana@teste.local', senha: ANA.senha };
    expect((await aplicacao.post('/v1/auth/login', entrada)).status).toBe(401);
  });

  it('deve sempre deixar um administrador, mesmo quando dois se inativam ao mesmo tempo', async () => {
    const administrador = { ...ANA, papeis: ['ADMIN'], email: 'outro@teste.local' };
    const { id: outro } = await aplicacao.criar('/v1/usuarios', administrador);
    const juntos = await Promise.allSettled([inativar(1), inativar(outro)]);
    expect(juntos.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [ultimo] = await aplicacao.consultar(
      "SELECT u.id FROM usuarios u JOIN usuarios_papeis p ON p.usuario_id = u.id WHERE p.papel = 'ADMIN' AND u.ativo = 1",
    );
    await esperaRecusaSemEscrita(aplicacao, ['usuarios'], 'USUARIO.ULTIMO_ADMINISTRADOR', () =>
      inativar(Number(ultimo!.id)),
    );
  });
});
