import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarUsuario, type AlteracaoDeUsuario } from './alterar-usuario.js';

const TABELAS = ['usuarios', 'usuarios_papeis'];

describe('AlterarUsuario', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    ({ id } = await aplicacao.criar('/v1/usuarios', {
      nome: 'Ana',
      email: 'ana@teste.local',
      senha: 'senha de ana',
      papeis: ['RECEPCAO', 'GESTAO'],
    }));
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (dados: AlteracaoDeUsuario, alvo = id) =>
    aplicacao.app.get(CommandBus).execute(new AlterarUsuario(alvo, dados, SISTEMA));

  it('deve mudar só o que veio, substituir os perfis e desligar com null', async () => {
    const pessoa = { nome: 'Ana', dataNascimento: '1990-05-10', sexo: 'F' };
    const { id: pacienteId } = await aplicacao.criar('/v1/pacientes', pessoa);
    expect(await alterar({ email: 'Ana.Souza@Teste.local', pacienteId })).toMatchObject({
      nome: 'Ana',
      email: 'ana.souza@teste.local',
      papeis: ['GESTAO', 'RECEPCAO'],
      pacienteId,
      versao: 2,
    });
    expect(await alterar({ papeis: ['MEDICO'], pacienteId: null })).toMatchObject({
      papeis: ['MEDICO'],
      pacienteId: null,
      versao: 3,
    });
    const entrada = { email: 'ana.souza@teste.local', senha: 'senha de ana' };
    expect((await aplicacao.post('/v1/auth/login', entrada)).status).toBe(200);
  });

  it.each<[string, AlteracaoDeUsuario]>([
    ['ACESSO.EMAIL_EM_USO', { email: 'admin@teste.local' }],
    ['PACIENTE.NAO_ENCONTRADO', { pacienteId: 999_999 }],
    ['MEDICO.NAO_ENCONTRADO', { medicoId: 999_999 }],
  ])('deve recusar por %s sem gravar nada', async (codigo, errado) => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, codigo, () =>
      alterar({ papeis: ['FARMACIA'], ...errado }),
    );
  });

  it('deve recusar quem não existe, e tirar o perfil do último administrador', async () => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'USUARIO.NAO_ENCONTRADO', () =>
      alterar({ nome: 'X' }, 999_999),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'USUARIO.ULTIMO_ADMINISTRADOR', () =>
      alterar({ papeis: ['GESTAO'] }, 1),
    );
    await alterar({ papeis: ['ADMIN'] });
    expect(await alterar({ papeis: ['GESTAO'] }, 1)).toMatchObject({ papeis: ['GESTAO'] });
  });
});
