import { CommandBus } from '@nestjs/cqrs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Entrar } from '../../src/modulos/acesso/casos-de-uso/entrar.js';
import { TentativasDeEntrada } from '../../src/modulos/acesso/tentativas-de-entrada.js';
import type { ErroDeDominio } from '../../src/plataforma/erros/erro-de-dominio.js';
import { noContexto } from '../../src/plataforma/observabilidade/contexto.js';
import { senhaDeNinguem, Senhas } from '../../src/plataforma/seguranca/senhas.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../apoio/banco-de-teste.js';

const SENHA = 'uma frase só minha';
const DE_CASA = '203.0.113.7';
const MINUTO = 60_000;

describe('tentativas de entrada', () => {
  let replicas: AplicacaoDeTeste[];
  let verificacoes: ReturnType<typeof jest.spyOn>[];
  let email: string;
  let numero = 0;

  beforeAll(async () => {
    const primeira = await AplicacaoDeTeste.iniciar();
    // SQLite serves one process; there two use cases on it compete all the same.
    replicas = NO_MYSQL ? [primeira, await AplicacaoDeTeste.sobre(primeira.banco)] : [primeira];
  });
  afterAll(async () => {
    for (const replica of replicas.slice(1)) await replica.app.close();
    await replicas[0]!.encerrar();
  });
  beforeEach(async () => {
    email = `pessoa${++numero}@teste.local`;
    await replicas[0]!.criar('/v1/usuarios', { nome: 'Rita', email, senha: SENHA, papeis: ['MEDICO'] });
    verificacoes = replicas.map((replica) => jest.spyOn(replica.app.get(Senhas), 'qual'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const verificadas = () => verificacoes.reduce((soma, { mock }) => soma + mock.calls.length, 0);
  const avancar = (ms: number) => replicas.forEach((replica) => replica.relogio.avancar(ms));
  const ip = (n: number) => `198.51.${n >> 8}.${n & 255}`;

  /** What came of it: `entrou`, or the code of the refusal. */
  const entrar = async (senha: string, de = DE_CASA, quem = email, replica = replicas[0]!) => {
    const contexto = { correlacaoId: 'x', usuarioId: null, sessaoId: null, origem: de };
    try {
      await noContexto(contexto, () =>
        replica.app.get(CommandBus).execute(new Entrar({ email: quem, senha }, true)),
      );
      return 'entrou';
    } catch (erro) {
      return (erro as ErroDeDominio).codigo;
    }
  };
  /** This many guesses, forty at a time on each replica, each from one of a hundred addresses. */
  const adivinhar = async (quantas: number, quem = email) => {
    const respostas: string[] = [];
    for (let feitas = 0; feitas < quantas; feitas += 40 * replicas.length)
      respostas.push(
        ...(await Promise.all(
          replicas.flatMap((replica, r) =>
            Array.from({ length: 40 }, (_, i) =>
              entrar(`palpite ${feitas + r * 40 + i}`, ip((feitas + i) % 100), quem, replica),
            ),
          ),
        )),
      );
    return respostas;
  };

  it('deve deixar só dez palpites chegarem ao verificador, de todas as réplicas, e o dono entrar de onde é conhecido', async () => {
    expect(await entrar(SENHA)).toBe('entrou');
    verificacoes.forEach((v) => v.mockClear());
    const [palpites, donos] = await Promise.all([
      adivinhar(800),
      (async () => {
        const entradas: string[] = [];
        for (let i = 0; i < 5; i++) entradas.push(await entrar(SENHA, DE_CASA, email, replicas.at(-1)!));
        return entradas;
      })(),
    ]);

    expect(palpites.filter((p) => p === 'ACESSO.CREDENCIAIS_INVALIDAS')).toHaveLength(10);
    expect(palpites.filter((p) => p === 'ACESSO.BLOQUEADO')).toHaveLength(palpites.length - 10);
    expect(donos).toEqual(Array(5).fill('entrou'));
    expect(verificadas()).toBe(15);
    expect(await entrar(SENHA, ip(200))).toBe('ACESSO.BLOQUEADO');
  }, 60_000);

  it('deve responder o mesmo por quem não existe', async () => {
    const deNinguem = await adivinhar(80, `ninguem${numero}@teste.local`);
    const [feitas, deAlguem] = [verificadas(), await adivinhar(80)];

    expect(deNinguem.sort()).toEqual(deAlguem.sort());
    expect([feitas, verificadas()]).toEqual([10, 20]);
  }, 60_000);

  it('deve deixar entrar cinquenta vezes ao mesmo tempo quem sabe a senha, mesmo depois de ter errado', async () => {
    for (let i = 0; i < 8; i++) await entrar(`errada ${i}`);
    const juntas = await Promise.all(Array.from({ length: 50 }, () => entrar(SENHA)));
    expect(juntas).toEqual(Array(50).fill('entrou'));
    const deFora = await Promise.all(Array.from({ length: 50 }, (_, i) => entrar(SENHA, ip(i))));
    expect(deFora).toEqual(Array(50).fill('entrou'));
  }, 60_000);

  it('deve esquecer os erros de quem acerta, e contar de novo', async () => {
    for (let i = 0; i < 9; i++) await entrar('errada', ip(i));
    expect(await entrar(SENHA, ip(50))).toBe('entrou');
    for (let i = 0; i < 10; i++) expect(await entrar('errada', ip(i))).toBe('ACESSO.CREDENCIAIS_INVALIDAS');
    expect(await entrar('errada', ip(11))).toBe('ACESSO.BLOQUEADO');
  });

  it('deve contar à parte os erros de onde o dono é conhecido, e parar também ali', async () => {
    expect(await entrar(SENHA)).toBe('entrou');
    for (let i = 0; i < 10; i++) expect(await entrar('errada')).toBe('ACESSO.CREDENCIAIS_INVALIDAS');
    expect(await entrar(SENHA)).toBe('ACESSO.BLOQUEADO');
    expect(await entrar(SENHA, ip(1))).toBe('entrou');
  });

  it('deve desconhecer o endereço depois de trinta dias', async () => {
    expect(await entrar(SENHA)).toBe('entrou');
    avancar(30 * 24 * 60 * MINUTO + 1);
    for (let i = 0; i < 10; i++) await entrar('errada', ip(i));
    expect(await entrar(SENHA)).toBe('ACESSO.BLOQUEADO');
    avancar(-30 * 24 * 60 * MINUTO - 1);
  });

  it('deve abrir uma hora depois da última tentativa, sem nunca passar de dez numa hora', async () => {
    await entrar('errada', ip(0));
    avancar(59 * MINUTO);
    for (let i = 1; i < 10; i++) expect(await entrar('errada', ip(i))).toBe('ACESSO.CREDENCIAIS_INVALIDAS');
    avancar(2 * MINUTO);
    expect(await entrar('errada', ip(11))).toBe('ACESSO.BLOQUEADO');
    avancar(57 * MINUTO);
    expect(await entrar(SENHA, ip(11))).toBe('ACESSO.BLOQUEADO');
    avancar(MINUTO);
    expect(await entrar(SENHA, ip(11))).toBe('entrou');
    avancar(-119 * MINUTO);
  });

  it('deve parar o endereço que erra trezentas vezes numa hora, e só ele', async () => {
    const de = '2001:db8:7:7::1';
    const respostas: string[] = [];
    // The password is not what is tried here.
    verificacoes.forEach((v) => v.mockImplementation((async () => -1) as never));
    for (let lote = 0; lote < 8; lote++)
      respostas.push(
        ...(await Promise.all(
          Array.from({ length: 40 }, (_, i) =>
            entrar('errada', `2001:db8:7:7::${i}`, `inventada${numero}-${lote}-${i}@teste.local`),
          ),
        )),
      );
    expect(respostas.filter((r) => r === 'ACESSO.CREDENCIAIS_INVALIDAS')).toHaveLength(300);
    expect(respostas.filter((r) => r === 'ACESSO.BLOQUEADO')).toHaveLength(20);
    jest.restoreAllMocks();
    expect(await entrar(SENHA, de)).toBe('ACESSO.BLOQUEADO');
    expect(await entrar(SENHA, '2001:db8:7:8::1')).toBe('entrou');
  }, 60_000);

  it('deve devolver a vez quando a senha não chegou a ser conferida', async () => {
    for (const v of verificacoes) v.mockRejectedValue(new Error('queda') as never);
    for (let i = 0; i < 30; i++) await entrar(SENHA, ip(i));
    jest.restoreAllMocks();
    expect(await entrar(SENHA, ip(40))).toBe('entrou');
  });

  it('deve seguir o limite que o hospital escolhe, dizer até quando, e abrir quando o administrador libera', async () => {
    const [app] = replicas as [AplicacaoDeTeste];
    await app.pedir('PATCH', '/v1/hospital', { tentativasAteBloquear: 3 });
    const tentativas = app.app.get(TentativasDeEntrada);
    for (let i = 0; i < 3; i++) expect(await entrar('errada', ip(i))).toBe('ACESSO.CREDENCIAIS_INVALIDAS');
    expect(await entrar(SENHA, ip(9))).toBe('ACESSO.BLOQUEADO');
    const ate = await tentativas.bloqueadoAte(email);
    expect(ate!.getTime() - app.relogio.agora().getTime()).toBeGreaterThan(59 * MINUTO);

    await tentativas.desbloquear(email.toUpperCase());
    expect(await tentativas.bloqueadoAte(email)).toBeNull();
    expect(await entrar(SENHA, ip(9))).toBe('entrou');
    await app.pedir('PATCH', '/v1/hospital', { tentativasAteBloquear: 10 });
  });

  it('deve dizer por HTTP quando tentar de novo', async () => {
    const [app] = replicas as [AplicacaoDeTeste];
    const tentar = () => app.post('/v1/auth/login', { email: `nada${numero}@teste.local`, senha: 'errada' });
    for (let i = 0; i < 10; i++) expect((await tentar()).status).toBe(401);
    const { status, corpo, cabecalhos } = await tentar();
    expect([status, corpo.error[0]!.codigo]).toEqual([429, 'ACESSO.BLOQUEADO']);
    expect(Number(cabecalhos.get('retry-after'))).toBeGreaterThan(3_500);
    expect(corpo.error[0]!.message).toContain('60 minutos');
  });

  it('deve parar, antes da senha, o endereço que tenta códigos mais de trezentas vezes numa hora', async () => {
    const [app] = replicas as [AplicacaoDeTeste];
    const gerar = jest.spyOn(app.app.get(Senhas), 'gerar').mockResolvedValue(senhaDeNinguem());
    const tentar = () =>
      app.post('/v1/auth/redefinir-senha', { token: 'A'.repeat(43), novaSenha: 'uma frase que só eu sei' });
    for (let i = 0; i < 300; i++) expect((await tentar()).status).toBe(422);
    const { status, corpo } = await tentar();
    expect([status, corpo.error[0]!.codigo]).toEqual([429, 'ACESSO.MUITOS_PEDIDOS']);
    expect(gerar).toHaveBeenCalledTimes(300);
    gerar.mockRestore();
  });

  it('deve parar o endereço que se cadastra, ou pede códigos, mais de sessenta vezes numa hora', async () => {
    const [app] = replicas as [AplicacaoDeTeste];
    const pedir = (corpo: unknown, caminho: string) => app.post(`/v1/auth/${caminho}`, corpo);
    const ninguem = { email: 'ninguem@gente.local' };
    for (const caminho of ['esqueci-senha', 'reenviar-verificacao']) {
      for (let i = 0; i < 60; i++) expect((await pedir(ninguem, caminho)).status).toBe(204);
      const { status, corpo, cabecalhos } = await pedir(ninguem, caminho);
      expect([status, corpo.error[0]!.codigo]).toEqual([429, 'ACESSO.MUITOS_PEDIDOS']);
      expect(Number(cabecalhos.get('retry-after'))).toBeGreaterThan(3_500);
    }
    const cadastro = { nome: 'Maria', senha: 'uma frase só dela' };
    const cadastros = await Promise.all(
      Array.from({ length: 65 }, (_, i) => pedir({ ...cadastro, email: `m${i}@gente.local` }, 'cadastro')),
    );
    expect(cadastros.filter(({ status }) => status === 201)).toHaveLength(60);
    expect(cadastros.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});
