import { describe, expect, it } from '@jest/globals';
import { Cliente } from '../../ferramentas/tour/cliente.js';
import { contarHistoria } from '../../ferramentas/tour/contar-historia.js';
import { criarCores } from '../../ferramentas/tour/cores.js';
import { Lembrancas } from '../../ferramentas/tour/lembrancas.js';
import { Narrador } from '../../ferramentas/tour/narrador.js';
import type { Capitulo, Passo } from '../../ferramentas/tour/passo.js';

interface Recebido {
  metodo: string;
  url: string;
  cabecalhos: Headers;
  corpo: string;
}

/** Tells one chapter to a server that gives these answers, in order, the last one for ever. */
async function contar(passos: Passo[], ...respostas: { status: number; corpo: object }[]) {
  const recebidos: Recebido[] = [];
  let escrito = '';
  const cliente = new Cliente('http://hospital', async (url, { method, headers, body }) => {
    recebidos.push({
      metodo: method ?? '',
      url,
      cabecalhos: new Headers(headers),
      corpo: typeof body === 'string' ? body : '',
    });
    const { status, corpo } = respostas[Math.min(recebidos.length, respostas.length) - 1]!;
    return Response.json(corpo, { status });
  });
  const capitulo: Capitulo = { titulo: 'Um capítulo', frase: 'Uma frase.', passos };
  const certo = await contarHistoria([capitulo], {
    cliente,
    narrador: new Narrador({ write: (texto) => (escrito += texto) }, criarCores(false)),
    lembrancas: new Lembrancas({ leito: 7, email: 'a@b', senha: 'segredo' }),
    pausar: async () => {},
  });
  return { certo, recebidos, escrito };
}

const ok = (data: object) => ({ status: 200, corpo: { data } });
const OLHAR: Passo = {
  oQue: 'Olhar o leito',
  pedido: 'GET /v1/leitos/{leito}',
  espera: { status: 200, data: { status: 'LIVRE' } },
  mostra: ['id', 'status'],
};

describe('quem conta a história', () => {
  it('deve levar o token e o que guardou aos passos seguintes', async () => {
    const entrar: Passo = {
      oQue: 'Entrar',
      pedido: 'POST /v1/auth/login',
      corpo: { email: 'a@b', senha: 'segredo' },
      espera: { status: 200 },
      guarda: { token: 'accessToken' },
    };
    const { certo, recebidos, escrito } = await contar(
      [entrar, OLHAR],
      ok({ accessToken: 't-1' }),
      ok({ id: 7, status: 'LIVRE', versao: 3 }),
    );
    expect(certo).toBe(true);
    expect(recebidos.map(({ metodo, url }) => `${metodo} ${url}`)).toEqual([
      'POST http://hospital/v1/auth/login',
      'GET http://hospital/v1/leitos/7',
    ]);
    expect(recebidos.map(({ cabecalhos }) => cabecalhos.get('authorization'))).toEqual([null, 'Bearer t-1']);
    expect(JSON.parse(recebidos[0]!.corpo)).toEqual({ email: 'a@b', senha: 'segredo' });
    expect(escrito).not.toMatch(/segredo|t-1/);
    expect(escrito).toContain('{ "id": 7, "status": "LIVRE" }');
    expect(escrito).toContain('2 passos, todos como se esperava');
  });

  it('deve entrar de novo quando o token venceu entre um passo e outro', async () => {
    const entrar: Passo = {
      oQue: 'Entrar',
      pedido: 'POST /v1/auth/login',
      corpo: { email: '{email}', senha: '{senha}' },
      espera: { status: 200 },
      guarda: { token: 'accessToken' },
    };
    const { certo, recebidos } = await contar(
      [entrar, OLHAR],
      ok({ accessToken: 't-1' }),
      { status: 401, corpo: { error: [{ codigo: 'ACESSO.TOKEN_INVALIDO' }] } },
      ok({ accessToken: 't-2' }),
      ok({ id: 7, status: 'LIVRE' }),
    );
    expect(certo).toBe(true);
    expect(recebidos.map(({ url }) => url.split('/v1')[1])).toEqual([
      '/auth/login',
      '/leitos/7',
      '/auth/login',
      '/leitos/7',
    ]);
    expect(recebidos.at(-1)!.cabecalhos.get('authorization')).toBe('Bearer t-2');
  });

  it('deve perguntar de novo pelo que depende de uma reação, e dizer quanto levou', async () => {
    const { certo, recebidos, escrito } = await contar(
      [{ ...OLHAR, insiste: true }],
      ok({ status: 'OCUPADO' }),
      ok({ status: 'OCUPADO' }),
      ok({ status: 'LIVRE' }),
    );
    expect([certo, recebidos.length]).toEqual([true, 3]);
    expect(escrito).toMatch(/✓ 200 OK · .+ · levou .+ \(3 consultas\)/);
  });

  it('deve parar na primeira resposta que não é a que se esperava', async () => {
    const { certo, recebidos, escrito } = await contar([OLHAR, OLHAR], ok({ status: 'OCUPADO' }));
    expect([certo, recebidos.length]).toEqual([false, 1]);
    expect(escrito).toContain('data.status: esperava "LIVRE", veio "OCUPADO"');
    expect(escrito).not.toContain('todos como se esperava');
  });

  it('deve parar quando não veio o que os passos seguintes usariam', async () => {
    const { certo, escrito } = await contar(
      [{ ...OLHAR, guarda: { desde: 'desde' } }],
      ok({ status: 'LIVRE' }),
    );
    expect(certo).toBe(false);
    expect(escrito).toContain('não veio desde');
  });

  it('deve dar por certa a recusa que se esperava', async () => {
    const recusa = { status: 409, corpo: { error: [{ message: 'Já está ocupado.', codigo: 'X.OCUPADO' }] } };
    const passo = { ...OLHAR, espera: { status: 409, codigo: 'X.OCUPADO' } };
    const { certo, escrito } = await contar([passo], recusa);
    expect(certo).toBe(true);
    expect(escrito).toMatch(/✓ 409 Conflict · .+recusado, como devia\n +Já está ocupado\. \(X\.OCUPADO\)/);
  });

  it('deve dispensar o resto do capítulo que não tem lugar neste servidor, e dizer por quê', async () => {
    const dispensa = { resposta: { status: 200, data: { status: 'DESATIVADO' } }, porque: 'não se usa aqui' };
    const { certo, recebidos, escrito } = await contar(
      [{ ...OLHAR, dispensa }, OLHAR],
      ok({ status: 'DESATIVADO' }),
    );
    expect([certo, recebidos.length]).toEqual([true, 1]);
    expect(escrito).toContain('– 200 OK · não se usa aqui');
    expect(escrito).toContain('2 dispensados neste servidor');
  });
});
