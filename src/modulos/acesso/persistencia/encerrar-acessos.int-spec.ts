import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { PessoaDeTeste } from '../../../../test/apoio/sessao-de-teste.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarUsuario, type AlteracaoDeUsuario } from '../casos-de-uso/alterar-usuario.js';
import { InativarUsuario } from '../casos-de-uso/inativar-usuario.js';
import { anularTokens, encerrarAcessos } from './encerrar-acessos.js';

describe('encerrar acessos', () => {
  let app: AplicacaoDeTeste;
  let ana: PessoaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());
  beforeEach(async () => {
    ana = await PessoaDeTeste.criar(app);
  });

  const alterar = (dados: AlteracaoDeUsuario) =>
    app.app.get(CommandBus).execute(new AlterarUsuario(ana.id, dados, SISTEMA));
  const esperaAnulado = (token: string) => expect(() => ana.autor(token)).toThrow('O token não é válido');

  it('deve terminar todas as sessões e anular todos os tokens', async () => {
    const [uma, outra] = [await ana.entrar(), await ana.entrar()];
    await app.unidade.executar((tx) => encerrarAcessos(tx, ana.id, { motivo: 'SENHA' }));

    expect(await ana.motivos()).toEqual(['SENHA', 'SENHA']);
    for (const { accessToken, refreshToken } of [uma, outra]) {
      esperaAnulado(accessToken);
      await expect(ana.renovar(refreshToken)).rejects.toThrow('A sessão terminou');
    }
    expect(ana.autor((await ana.entrar()).accessToken).usuarioId).toBe(ana.id);
  });

  it('deve poupar a sessão que segue, cujo token se renova', async () => {
    const [uma, esta] = [await ana.entrar(), await ana.entrar()];
    await app.unidade.executar((tx) =>
      encerrarAcessos(tx, ana.id, { motivo: 'SENHA', exceto: esta.autor.sessaoId }),
    );

    expect(await ana.motivos()).toEqual(['SENHA', null]);
    await expect(ana.renovar(uma.refreshToken)).rejects.toThrow('A sessão terminou');
    esperaAnulado(esta.accessToken);
    expect(ana.autor((await ana.renovar(esta.refreshToken)).accessToken).sessaoId).toBe(esta.autor.sessaoId);
  });

  it('deve anular os tokens sem terminar as sessões', async () => {
    const { accessToken, refreshToken } = await ana.entrar();
    await app.unidade.executar((tx) => anularTokens(tx, ana.id));

    esperaAnulado(accessToken);
    expect(await ana.motivos()).toEqual([null]);
    expect(ana.autor((await ana.renovar(refreshToken)).accessToken).usuarioId).toBe(ana.id);
  });

  it('deve não deixar valer nada de quem foi inativado', async () => {
    const { accessToken, refreshToken } = await ana.entrar();
    await app.app.get(CommandBus).execute(new InativarUsuario(ana.id, { motivo: 'Saiu.' }, SISTEMA));

    esperaAnulado(accessToken);
    expect(await ana.motivos()).toEqual(['INATIVACAO']);
    await expect(ana.renovar(refreshToken)).rejects.toThrow('A sessão terminou');
  });

  it.each<[string, AlteracaoDeUsuario, boolean]>([
    ['outros perfis', { papeis: ['MEDICO'] }, true],
    ['os mesmos perfis', { papeis: ['RECEPCAO'] }, false],
    ['outro nome', { nome: 'Ana Souza' }, false],
  ])('deve anular os tokens de quem tem %s só se dizem o que não é mais', async (_, dados, anula) => {
    const { accessToken } = await ana.entrar();
    await alterar(dados);
    if (anula) esperaAnulado(accessToken);
    else expect(ana.autor(accessToken).usuarioId).toBe(ana.id);
  });

  it('deve anular os tokens de quem foi ligado a um paciente', async () => {
    const pessoa = { nome: 'Ana', dataNascimento: '1990-05-10', sexo: 'F' };
    const { id: pacienteId } = await app.criar('/v1/pacientes', pessoa);
    const { accessToken, refreshToken } = await ana.entrar();
    await alterar({ pacienteId });

    esperaAnulado(accessToken);
    expect(ana.autor((await ana.renovar(refreshToken)).accessToken).pacienteId).toBe(pacienteId);
  });
});
