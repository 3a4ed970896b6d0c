import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { InativarUsuario } from './inativar-usuario.js';
import { CriarUsuario } from './criar-usuario.js';
import { AlterarUsuario, type AlteracaoDeUsuario } from './alterar-usuario.js';

const TABELAS = ['usuarios', 'usuarios_papeis', 'usuarios_setores'];

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

  it('deve substituir a lista inteira dos setores, e mantê-la quando não vem', async () => {
    const setores: number[] = [];
    for (const nome of ['Ala A', 'Ala B']) setores.push((await aplicacao.criar('/v1/setores', { nome })).id);
    expect(await alterar({ setorIds: [...setores, setores[0]!] })).toMatchObject({ setorIds: setores });
    expect(await alterar({ nome: 'Ana' })).toMatchObject({ setorIds: setores });
    expect(await alterar({ setorIds: [setores[1]!] })).toMatchObject({ setorIds: [setores[1]] });
    expect(await alterar({ setorIds: [] })).toMatchObject({ setorIds: [] });
  });

  it('deve não dar nada a alcançar à conta que alguém abriu e ninguém confirmou', async () => {
    const { id: aberta } = await aplicacao.criar('/v1/usuarios', {
      nome: 'Estranho',
      email: 'dra.bia@teste.local',
      senha: 'cadeira azul janela',
      papeis: ['PACIENTE'],
    });
    await aplicacao.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET aguarda_verificacao_desde = criado_em WHERE id = ?', [aberta]),
    );
    for (const dados of [{ papeis: ['ADMIN'] }, { setorIds: [1] }, { pacienteId: 1 }] as AlteracaoDeUsuario[])
      await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ACESSO.CONTA_NAO_CONFIRMADA', () =>
        alterar(dados, aberta),
      );
    expect(await alterar({ email: 'livre@teste.local' }, aberta)).toMatchObject({ papeis: ['PACIENTE'] });
  });

  it.each<[string, AlteracaoDeUsuario]>([
    ['ACESSO.EMAIL_EM_USO', { email: 'admin@teste.local' }],
    ['PACIENTE.NAO_ENCONTRADO', { pacienteId: 999_999 }],
    ['MEDICO.NAO_ENCONTRADO', { medicoId: 999_999 }],
    ['SETOR.NAO_ENCONTRADO', { setorIds: [999_999] }],
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

  it('deve sempre deixar um administrador, mesmo quando dois se tiram o perfil, ou um dele e outro do hospital, ao mesmo tempo', async () => {
    const chefe = { nome: 'Chefe', senha: 'senha de chefia', papeis: ['ADMIN'] };
    const ativos = () =>
      aplicacao.consultar(
        "SELECT u.id FROM usuarios u JOIN usuarios_papeis p ON p.usuario_id = u.id WHERE p.papel = 'ADMIN' AND u.ativo = 1",
      );
    for (let vez = 0; vez < 5; vez++) {
      const [restante] = await ativos();
      const sobra = Number(restante!.id);
      const { id: outro } = await aplicacao.app
        .get(CommandBus)
        .execute(
          new CriarUsuario({ ...chefe, email: `chefe-${vez}@teste.local`, papeis: ['ADMIN'] }, SISTEMA),
        );
      for (const { id: a } of await ativos())
        if (![sobra, outro].includes(Number(a))) await alterar({ papeis: ['GESTAO'] }, Number(a));
      const juntos = await Promise.allSettled([
        alterar({ papeis: ['GESTAO'] }, sobra),
        vez % 2 === 0
          ? alterar({ papeis: ['GESTAO'] }, outro)
          : aplicacao.app.get(CommandBus).execute(new InativarUsuario(outro, { motivo: 'Saiu.' }, SISTEMA)),
      ]);
      expect(juntos.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await ativos()).toHaveLength(1);
    }
  });
});
