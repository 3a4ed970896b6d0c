import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import {
  BOAS_VINDAS,
  CADASTRO_REPETIDO,
  Contas,
  REDEFINICAO,
  SENHA,
  SENHA_TROCADA,
  VERIFICACAO,
} from '../apoio/contas.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

const NOVA_SENHA = 'outra frase que só eu sei';
const CPF = '52998224725';
const MARIA = { cpf: '529.982.247-25', dataNascimento: '1980-02-29', sexo: 'F', telefone: '11987654321' };

let smtp: ServidorSmtp;
let app: AplicacaoDeTeste;
let contas: Contas;

beforeAll(async () => {
  smtp = await ServidorSmtp.iniciar();
  app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
  contas = new Contas(app, smtp);
});

afterAll(async () => {
  await app.encerrar();
  await smtp.parar();
});

const invalido = { status: 422, corpo: { error: [{ codigo: 'ACESSO.CODIGO_INVALIDO', campo: 'token' }] } };

describe('conta própria', () => {
  it('deve levar do cadastro, pelo e-mail, à confirmação, às boas-vindas e à entrada', async () => {
    const email = contas.novoEmail();
    const { status, corpo, cabecalhos } = await contas.cadastrar(email.toUpperCase(), MARIA);
    expect(status).toBe(201);
    expect(corpo).toEqual({ data: { email, situacao: 'AGUARDANDO_VERIFICACAO' } });
    expect(cabecalhos.get('location')).toBe('/v1/auth/eu');
    expect(cabecalhos.get('cache-control')).toBe('no-store');

    const token = await contas.codigo(email, VERIFICACAO);
    expect(await contas.entrar(email)).toMatchObject({
      status: 403,
      corpo: { error: [{ codigo: 'ACESSO.EMAIL_NAO_VERIFICADO' }] },
    });
    expect((await contas.entrar(email, 'não é esta a senha')).status).toBe(401);

    const verificado = await contas.pedir('verificar-email', { token });
    expect(verificado.status).toBe(204);
    expect(verificado.cabecalhos.get('cache-control')).toBe('no-store');
    const [boasVindas] = await contas.cartas(email, BOAS_VINDAS);
    expect(boasVindas!.texto).toContain('Boas-vindas, Maria!');
    expect(boasVindas!.texto).toContain('está ligada ao seu registro');

    const entrada = await contas.entrar(email);
    expect(entrada.status).toBe(200);
    const eu = await app.pedir('GET', '/v1/auth/eu', undefined, {
      authorization: `Bearer ${entrada.corpo.data.accessToken}`,
    });
    const [paciente] = await app.consultar('SELECT * FROM pacientes WHERE cpf = ?', [CPF]);
    expect(eu.corpo.data).toMatchObject({ email, papeis: ['PACIENTE'], pacienteId: paciente!.id });
    expect(paciente).toMatchObject({ nome: 'Maria Pereira', email, telefone: '+5511987654321', sexo: 'F' });
    expect(await contas.pedir('verificar-email', { token })).toMatchObject(invalido);
  });

  it('deve trocar a senha esquecida, encerrar o que estava aberto e avisar o dono', async () => {
    const email = await contas.verificada();
    const { accessToken, refreshToken } = (await contas.entrar(email)).corpo.data;
    const pedido = await contas.pedir('esqueci-senha', { email });
    expect([pedido.status, pedido.cabecalhos.get('cache-control')]).toEqual([204, 'no-store']);

    const token = await contas.codigo(email, REDEFINICAO);
    expect(await contas.pedir('redefinir-senha', { token, novaSenha: 'maria pereira' })).toMatchObject({
      status: 422,
      corpo: { error: [{ codigo: 'ACESSO.SENHA_PREVISIVEL', campo: 'novaSenha' }] },
    });
    const troca = await contas.pedir('redefinir-senha', { token, novaSenha: NOVA_SENHA });
    expect([troca.status, troca.corpo]).toEqual([204, {}]);

    expect((await contas.entrar(email, SENHA)).status).toBe(401);
    expect((await contas.entrar(email, NOVA_SENHA)).status).toBe(200);
    const antes = await app.pedir('GET', '/v1/auth/eu', undefined, {
      authorization: `Bearer ${accessToken}`,
    });
    expect([antes.status, (await contas.pedir('refresh', { refreshToken })).status]).toEqual([401, 401]);
    await contas.cartas(email, SENHA_TROCADA);
    expect(await contas.pedir('redefinir-senha', { token, novaSenha: NOVA_SENHA })).toMatchObject(invalido);
  });

  it('deve contar ao dono, e só a ele, que tentaram se cadastrar com o seu e-mail', async () => {
    const email = await contas.verificada();
    const antes = await contas.usuario(email);
    expect((await contas.cadastrar(email, { senha: NOVA_SENHA })).status).toBe(201);
    const [carta] = await contas.cartas(email, CADASTRO_REPETIDO);
    expect(carta!.texto).not.toMatch(/https?:/);
    expect(await contas.usuario(email)).toEqual(antes);
    // Whoever tried learns nothing at the door either: it is the answer of an address that was free.
    expect(await contas.entrar(email, NOVA_SENHA)).toMatchObject({
      status: 403,
      corpo: { error: [{ codigo: 'ACESSO.EMAIL_NAO_VERIFICADO' }] },
    });
    expect((await contas.entrar(email, SENHA)).status).toBe(200);
  });

  it.each([
    ['inventado', 'A'.repeat(43)],
    ['com espaços', ' a b '],
    ['com aspas', "' OR '1'='1"],
    ['com unicode', 'código\u202E'],
  ])('deve dar a mesma recusa a um código %s', async (_, token) => {
    for (const [rota, corpo] of [
      ['verificar-email', { token }],
      ['redefinir-senha', { token, novaSenha: NOVA_SENHA }],
    ] as const)
      expect(await contas.pedir(rota, corpo)).toMatchObject(invalido);
  });

  it('deve recusar campos errados e desconhecidos um a um', async () => {
    const { status, corpo } = await contas.pedir('cadastro', {
      nome: '',
      email: 'x',
      senha: '1',
      cpf: '111.111.111-11',
      dataNascimento: '2023-02-30',
      sexo: 'X',
      papeis: ['ADMIN'],
    });
    expect(status).toBe(422);
    expect(corpo.error.map(({ campo }) => campo).sort()).toEqual(
      ['cpf', 'dataNascimento', 'email', 'nome', 'papeis', 'senha', 'sexo'].sort(),
    );
    expect(await contas.cadastrar(contas.novoEmail(), { dataNascimento: '2190-01-01' })).toMatchObject({
      status: 422,
      corpo: { error: [{ codigo: 'PACIENTE.NASCIMENTO_NO_FUTURO' }] },
    });
    expect(await contas.cadastrar(contas.novoEmail(), { senha: 'flamengo81' })).toMatchObject({
      status: 422,
      corpo: { error: [{ codigo: 'ACESSO.SENHA_COMUM' }] },
    });
  });
});
