import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { CodigosDeAcesso } from '../contrato/codigos-de-acesso.js';
import { RedefinirSenha } from './redefinir-senha.js';

const SENHA = 'a frase de antes';
const NOVA = 'uma frase que só eu sei';
const TABELAS = ['usuarios', 'codigos_de_acesso', 'sessoes', 'eventos'];
const MINUTO = 60_000;

describe('redefinir senha', () => {
  let app: AplicacaoDeTeste;
  let ana: { id: number; email: string };
  let contador = 0;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());
  beforeEach(async () => {
    const email = `ana${++contador}@teste.local`;
    ana = await app.criar('/v1/usuarios', { nome: 'Ana Souza', email, senha: SENHA, papeis: ['MEDICO'] });
  });

  const emitir = async () =>
    (await app.app.get(CodigosDeAcesso).emitir(ana.id, 'REDEFINICAO', ana.email))!.segredo;
  const redefinir = (token: string, novaSenha = NOVA) =>
    app.app.get(CommandBus).execute(new RedefinirSenha({ token, novaSenha }));
  const esperaRecusa = (token: string, codigo = 'ACESSO.CODIGO_INVALIDO', senha = NOVA) =>
    esperaRecusaSemEscrita(app, TABELAS, codigo, () => redefinir(token, senha));
  const entrar = async (senha: string) =>
    (await app.pedir('POST', '/v1/auth/login', { email: ana.email, senha }, { authorization: '' })).status;
  const sossegar = () =>
    eventualmente(async () => {
      expect(await app.consultar('SELECT * FROM entregas_prontas')).toEqual([]);
      expect(await app.consultar('SELECT id FROM eventos WHERE sequencia IS NULL')).toEqual([]);
    });

  it('deve trocar a senha, encerrar as sessões, anular os outros códigos e avisar', async () => {
    expect(await entrar(SENHA)).toBe(200);
    const [um, outro] = [await emitir(), await emitir()];
    await redefinir(um);
    expect([await entrar(SENHA), await entrar(NOVA)]).toEqual([401, 200]);
    // The first one was given by somebody else; this one is the person's own.
    expect(await app.consultar('SELECT senha_provisoria FROM usuarios WHERE id = ?', [ana.id])).toEqual([
      { senha_provisoria: 0 },
    ]);
    expect(
      await app.consultar("SELECT id FROM sessoes WHERE usuario_id = ? AND motivo_encerramento = 'SENHA'", [
        ana.id,
      ]),
    ).toHaveLength(1);
    expect(
      await app.consultar("SELECT id FROM eventos WHERE tipo = 'acesso.senha-trocada' AND agregado_id = ?", [
        ana.id,
      ]),
    ).toHaveLength(1);
    await sossegar();
    await esperaRecusa(um);
    await esperaRecusa(outro);
  });

  it('deve recusar o código que venceu, é de outro endereço ou de ninguém, sem escrever nada', async () => {
    await esperaRecusa('A'.repeat(43));
    const token = await emitir();
    await app.pedir('PATCH', `/v1/usuarios/${ana.id}`, { email: `nova.${ana.email}` });
    await sossegar();
    await esperaRecusa(token);
    await app.pedir('PATCH', `/v1/usuarios/${ana.id}`, { email: ana.email });
    app.relogio.avancar(10 * MINUTO);
    await app.entrar();
    await sossegar();
    await esperaRecusa(token);
  });

  it('deve guardar o código para outra tentativa quando é a senha que não serve', async () => {
    const token = await emitir();
    await esperaRecusa(token, 'ACESSO.SENHA_COMUM', 'flamengo81');
    await esperaRecusa(token, 'ACESSO.SENHA_PREVISIVEL', 'ana e a souza toda');
    await redefinir(token);
    expect(await entrar(NOVA)).toBe(200);
  });

  it('deve recusar o código de quem foi inativado', async () => {
    const token = await emitir();
    await app.post(`/v1/usuarios/${ana.id}/inativar`, { motivo: 'Saiu.' });
    await sossegar();
    await esperaRecusa(token);
  });

  it('deve valer uma vez só, ainda que 64 o tentem juntos', async () => {
    const token = await emitir();
    const saidas = await Promise.allSettled(Array.from({ length: 64 }, () => redefinir(token)));
    expect(saidas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const saida of saidas)
      if (saida.status === 'rejected')
        expect(saida.reason).toMatchObject({ codigo: 'ACESSO.CODIGO_INVALIDO' });
    expect(
      await app.consultar("SELECT id FROM eventos WHERE tipo = 'acesso.senha-trocada' AND agregado_id = ?", [
        ana.id,
      ]),
    ).toHaveLength(1);
  });
});
