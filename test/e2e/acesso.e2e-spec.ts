import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';

interface Entrada {
  accessToken: string;
  expiraEm: string;
  usuario: { id: number; nome: string; email: string; papeis: string[] };
}

describe('acesso', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });

  afterAll(() => app.encerrar());

  const ana = {
    nome: 'Ana Souza',
    email: 'ana@teste.local',
    senha: ' frase com espaço ',
    papeis: ['RECEPCAO', 'ENFERMAGEM'],
  };
  const semToken = { authorization: '' };
  const entrar = (email: unknown, senha: unknown) =>
    app.pedir<Entrada>('POST', '/v1/auth/login', { email, senha }, semToken);
  const eu = (authorization: string) => app.pedir('GET', '/v1/auth/eu', undefined, { authorization });

  describe('entrada', () => {
    it('deve entrar com o primeiro administrador e mostrar quem ele é', async () => {
      const { status, corpo, cabecalhos } = await entrar(ADMIN.email, ADMIN.senha);

      expect(status).toBe(200);
      expect(cabecalhos.get('cache-control')).toBe('no-store');
      expect(corpo.data).toEqual({
        accessToken: expect.any(String),
        refreshToken: expect.stringMatching(/^[\w-]{43}$/),
        expiraEm: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        usuario: {
          id: expect.any(Number),
          nome: 'Administrador',
          email: ADMIN.email,
          papeis: ['ADMIN'],
          pendencia: null,
        },
      });
      const resposta = await eu(`Bearer ${corpo.data.accessToken}`);
      expect(resposta.status).toBe(200);
      expect(resposta.corpo.data).toMatchObject({ email: ADMIN.email, papeis: ['ADMIN'], ativo: true });
      expect(resposta.corpo.data['ultimoAcessoEm']).not.toBeNull();
    });

    it('deve aceitar o e-mail em maiúsculas e com espaços em volta', async () => {
      expect((await entrar(`  ${ADMIN.email.toUpperCase()} `, ADMIN.senha)).status).toBe(200);
    });

    it('deve recusar campos errados um a um', async () => {
      const { status, corpo } = await app.pedir(
        'POST',
        '/v1/auth/login',
        { email: 'x', senha: 1, admin: true },
        semToken,
      );

      expect(status).toBe(422);
      expect(corpo.error.map((erro) => erro.campo).sort()).toEqual(['admin', 'email', 'senha']);
    });

    it('deve dar a mesma resposta para e-mail desconhecido, senha errada e usuário inativo', async () => {
      const bia = await app.criar<{ id: number }>('/v1/usuarios', {
        ...ana,
        nome: 'Bia',
        email: 'bia@teste.local',
      });
      await app.unidade.executar((tx) =>
        tx.executar(
          "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu' WHERE id = ?",
          [bia.id],
        ),
      );
      const recusas = [
        await entrar('ninguem@teste.local', 'qualquer-senha'),
        await entrar(ADMIN.email, 'senha-errada-1'),
        await entrar('bia@teste.local', ana.senha),
        await entrar('bia@teste.local', 'senha-errada-1'),
      ];

      for (const { status, corpo } of recusas) {
        expect(status).toBe(401);
        expect(corpo.error).toEqual([
          {
            title: 'HttpUnauthorizedError',
            message: 'E-mail ou senha incorretos.',
            codigo: 'ACESSO.CREDENCIAIS_INVALIDAS',
          },
        ]);
      }
      const cabecalhos = recusas.map((r) =>
        [...r.cabecalhos.keys()].filter((nome) => nome !== 'date').sort(),
      );
      expect(new Set(cabecalhos.map((nomes) => nomes.join())).size).toBe(1);
    });

    it('deve responder 200 ou 429, e nada mais, a cem entradas simultâneas', async () => {
      const respostas = await Promise.all(
        Array.from({ length: 100 }, () => entrar(ADMIN.email, ADMIN.senha)),
      );
      const status = respostas.map((r) => r.status);

      expect([...new Set(status)].filter((s) => s !== 200 && s !== 429)).toEqual([]);
      // Two being verified and 64 in the queue are always served.
      expect(status.filter((s) => s === 200).length).toBeGreaterThanOrEqual(66);
      for (const recusa of respostas.filter((r) => r.status === 429)) {
        expect(recusa.corpo.error[0]!.codigo).toBe('ACESSO.OCUPADO');
        expect(recusa.cabecalhos.get('retry-after')).not.toBeNull();
      }
      expect((await entrar(ADMIN.email, ADMIN.senha)).status).toBe(200);
    });
  });

  describe('token', () => {
    const esperaRecusa = ({ status, corpo, cabecalhos }: Resposta) => {
      expect(status).toBe(401);
      expect(corpo.error[0]!.codigo).toBe('ACESSO.TOKEN_INVALIDO');
      expect(cabecalhos.get('www-authenticate')).toBe('Bearer');
    };

    it('deve aceitar o esquema em qualquer caixa', async () => {
      expect((await eu(`bEaReR   ${app.token}`)).status).toBe(200);
    });

    it('deve recusar quem não traz token', async () => {
      for (const cabecalho of ['', 'Bearer', 'Basic YTpi', app.token]) {
        const { status, corpo } = await eu(cabecalho);
        expect(status).toBe(401);
        expect(corpo.error[0]!.codigo).toBe('ACESSO.SEM_TOKEN');
      }
    });

    it('deve deixar de valer quando a hora passa', async () => {
      const { accessToken, expiraEm } = (await entrar(ADMIN.email, ADMIN.senha)).corpo.data;
      const agora = app.relogio.agora();
      app.relogio.ajustar(new Date(Date.parse(expiraEm) - 2_000));
      const antes = await eu(`Bearer ${accessToken}`);
      app.relogio.ajustar(new Date(expiraEm));
      const depois = await eu(`Bearer ${accessToken}`);
      app.relogio.ajustar(agora);

      expect(antes.status).toBe(200);
      esperaRecusa(depois);
    });

    it('deve deixar de valer em /auth/eu quando a pessoa é inativada', async () => {
      const { id } = await app.criar<{ id: number }>('/v1/usuarios', { ...ana, email: 'caio@teste.local' });
      const { accessToken } = (await entrar('caio@teste.local', ana.senha)).corpo.data;
      await app.unidade.executar((tx) =>
        tx.executar(
          "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu' WHERE id = ?",
          [id],
        ),
      );

      esperaRecusa(await eu(`Bearer ${accessToken}`));
    });
  });
});
