import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Contas, REDEFINICAO, SENHA } from '../apoio/contas.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

const NOVA_SENHA = 'outra frase que só eu sei';

describe('senha de cadastro de quem passa à equipe', () => {
  let smtp: ServidorSmtp;
  let app: AplicacaoDeTeste;
  let contas: Contas;
  let email: string;
  let sessao: { refreshToken: string };

  beforeAll(async () => {
    smtp = await ServidorSmtp.iniciar();
    app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
    contas = new Contas(app, smtp);
    email = await contas.verificada();
    sessao = (await contas.entrar(email)).corpo.data;
  });
  afterAll(async () => {
    await app.encerrar();
    await smtp.parar();
  });

  const alterar = async (dados: object) => {
    const { id } = (await contas.usuario(email))!;
    return (await app.pedir('PATCH', `/v1/usuarios/${String(id)}`, dados)).status;
  };

  it('deve valer enquanto a conta é só de paciente', async () => {
    expect(await alterar({ papeis: ['PACIENTE'], nome: 'Maria P. da Silva' })).toBe(200);
    expect((await contas.entrar(email)).status).toBe(200);
    expect(contas.recebidas(email, REDEFINICAO)).toEqual([]);
  });

  it('deve deixar de valer com o primeiro papel da equipe, e pôr para fora quem está dentro', async () => {
    expect(await alterar({ papeis: ['PACIENTE', 'RECEPCAO'] })).toBe(200);
    expect((await contas.entrar(email)).status).toBe(401);
    expect((await contas.pedir('refresh', { refreshToken: sessao.refreshToken })).status).toBe(401);
  });

  it('deve levar à caixa de correio, dizendo por quê, o código com que o dono escolhe outra', async () => {
    const [carta] = await contas.cartas(email, REDEFINICAO);
    expect(carta!.texto).toContain('Sua conta passou a ser da equipe do hospital.');
    expect(carta!.texto).not.toContain('a sua senha continua a mesma');
    const token = await contas.codigo(email, REDEFINICAO);
    expect((await contas.pedir('redefinir-senha', { token, novaSenha: NOVA_SENHA })).status).toBe(204);
    expect((await contas.entrar(email, SENHA)).status).toBe(401);
    expect((await contas.entrar(email, NOVA_SENHA)).status).toBe(200);
  });

  it('deve não anular de novo a que o dono escolheu', async () => {
    expect(await alterar({ papeis: ['FATURAMENTO'] })).toBe(200);
    expect((await contas.entrar(email, NOVA_SENHA)).status).toBe(200);
  });

  it('deve deixar de valer também a que alguém de dentro pôs no lugar dela, e o segundo fator dele', async () => {
    email = await contas.verificada();
    const { accessToken } = (await contas.entrar(email)).corpo.data;
    const troca = { senhaAtual: SENHA, novaSenha: NOVA_SENHA };
    const trocada = await app.pedir('PATCH', '/v1/auth/eu/senha', troca, {
      authorization: `Bearer ${accessToken}`,
    });
    expect(trocada.status).toBe(204);
    const { id } = (await contas.usuario(email))!;
    await app.unidade.executar((tx) =>
      tx.inserir(
        `INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
         SELECT id, id, 'de um estranho', criado_em, criado_em, 1 FROM usuarios WHERE id = ?`,
        [Number(id)],
      ),
    );
    expect(await alterar({ papeis: ['MEDICO'] })).toBe(200);
    expect((await contas.entrar(email, NOVA_SENHA)).status).toBe(401);
    const token = await contas.codigo(email, REDEFINICAO);
    expect((await contas.pedir('redefinir-senha', { token, novaSenha: 'a frase da dona' })).status).toBe(204);
    expect((await contas.entrar(email, 'a frase da dona')).status).toBe(200);
  });

  it('deve levar o código ao endereço novo, quando o e-mail muda junto com os papéis', async () => {
    email = await contas.verificada();
    const { id } = (await contas.usuario(email))!;
    const novo = contas.novoEmail();
    const mudado = await app.pedir('PATCH', `/v1/usuarios/${String(id)}`, {
      email: novo,
      papeis: ['GESTAO'],
    });
    expect(mudado.status).toBe(200);
    await contas.cartas(novo, REDEFINICAO);
    expect(contas.recebidas(email, REDEFINICAO)).toEqual([]);
  });

  it('deve deixar de valer a de quem se cadastrou antes de isto ser lembrado', async () => {
    email = await contas.verificada();
    await app.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET senha_de_cadastro = NULL WHERE email = ?', [email]),
    );
    expect(await alterar({ papeis: ['FARMACIA'] })).toBe(200);
    expect((await contas.entrar(email)).status).toBe(401);
  });
});
