import { createHash } from 'node:crypto';
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
const MARIA = { cpf: '529.982.247-25', dataNascimento: '1980-02-29' };

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
    const { id } = await app.criar('/v1/pacientes', { ...MARIA, nome: 'Maria Pereira', sexo: 'F', email });
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
    expect(eu.corpo.data).toMatchObject({ email, papeis: ['PACIENTE'], pacienteId: id });
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

  it('deve trocar a senha uma vez só, ainda que 64 pedidos tragam o mesmo código ao mesmo tempo', async () => {
    const email = await contas.verificada();
    await contas.pedir('esqueci-senha', { email });
    const token = await contas.codigo(email, REDEFINICAO);
    const senhas = Array.from({ length: 64 }, (_, i) => `a frase de número ${i} de todas`);
    const respostas = await Promise.all(
      senhas.map((novaSenha) => contas.pedir('redefinir-senha', { token, novaSenha })),
    );
    const status = respostas.map((resposta) => resposta.status);
    expect([status.filter((s) => s === 204).length, status.filter((s) => s === 422).length]).toEqual([1, 63]);
    await contas.cartas(email, SENHA_TROCADA);
    expect((await contas.entrar(email, senhas[status.indexOf(204)])).status).toBe(200);
  });

  it('deve não valer para uma coisa o código de outra', async () => {
    const email = contas.novoEmail();
    await contas.cadastrar(email);
    const verificacao = await contas.codigo(email, VERIFICACAO);
    expect(
      await contas.pedir('redefinir-senha', { token: verificacao, novaSenha: NOVA_SENHA }),
    ).toMatchObject(invalido);
    await contas.pedir('verificar-email', { token: verificacao });
    await contas.pedir('esqueci-senha', { email });
    const redefinicao = await contas.codigo(email, REDEFINICAO);
    expect(await contas.pedir('verificar-email', { token: redefinicao })).toMatchObject(invalido);
    expect(
      (await contas.pedir('redefinir-senha', { token: redefinicao, novaSenha: NOVA_SENHA })).status,
    ).toBe(204);
  });

  it('deve calar, e responder o mesmo, depois de três e-mails de um tipo na mesma hora', async () => {
    const email = await contas.verificada();
    for (let vez = 0; vez < 6; vez++)
      expect((await contas.pedir('esqueci-senha', { email })).status).toBe(204);
    await contas.sossegar();
    expect(contas.recebidas(email, REDEFINICAO)).toHaveLength(3);
  });

  it('deve não levar a ninguém, por e-mail, o que um estranho escreveu no nome', async () => {
    const email = contas.novoEmail();
    await contas.cadastrar(email, { nome: 'Ganhe-já.em http://golpe.exemplo <b>clique</b>' });
    const token = await contas.codigo(email, VERIFICACAO);
    await contas.pedir('verificar-email', { token });
    await contas.cartas(email, BOAS_VINDAS);
    for (const { cru, html, texto } of smtp.recebidas.filter(({ para }) => para.includes(email)))
      expect(cru + html + texto).not.toMatch(/golpe|Ganhe|clique/);
  });

  it.each(['verificar-email', 'redefinir-senha'])(
    'deve servir a página de %s fechada a tudo o que não é dela',
    async (nome) => {
      const resposta = await fetch(`${app.url}/v1/publico/acesso/${nome}`);
      const html = await resposta.text();
      expect(resposta.status).toBe(200);
      expect(resposta.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(resposta.headers.get('cache-control')).toBe('no-store');
      expect(resposta.headers.get('referrer-policy')).toBe('no-referrer');
      const politica = resposta.headers.get('content-security-policy')!;
      expect(politica).toContain("default-src 'none'");
      expect(politica).toContain("frame-ancestors 'none'");
      expect(politica).not.toMatch(/unsafe|https?:|\*/);
      for (const [, marca, conteudo] of html.matchAll(/<(script|style)>([^]*?)<\/\1>/g))
        expect(politica).toContain(
          `${marca}-src 'sha256-${createHash('sha256').update(conteudo!).digest('base64')}'`,
        );
      expect(html).not.toMatch(/ on\w+=|javascript:|<(?!link rel="icon")[^>]*(src|href)=/);
    },
  );

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
      sexo: 'F',
      papeis: ['ADMIN'],
    });
    expect(status).toBe(422);
    expect(corpo.error.map(({ campo }) => campo).sort()).toEqual(
      ['cpf', 'dataNascimento', 'email', 'nome', 'papeis', 'senha', 'sexo'].sort(),
    );
    expect(await contas.cadastrar(contas.novoEmail(), { senha: 'flamengo81' })).toMatchObject({
      status: 422,
      corpo: { error: [{ codigo: 'ACESSO.SENHA_COMUM' }] },
    });
  });
});
