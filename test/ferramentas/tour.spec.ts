import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { rodarTour } from '../../ferramentas/tour/rodar-tour.js';

type Respondedor = (metodo: string, caminho: string) => Response;

const json = (corpo: object, status = 200): Response => Response.json(corpo, { status });
const recusar = (status: number, codigo: string): Response =>
  json({ error: [{ title: 'Http', message: 'Assim não.', codigo }], correlationId: 'c-1' }, status);
const versao = (demonstracao: boolean): Response => json({ data: { produto: 'plantao', demonstracao } });

/** Runs the tour against a server that is only a function; what it wrote, and how it ended. */
async function rodar(responder: Respondedor, ...argumentos: string[]) {
  let escrito = '';
  const pedidos: string[] = [];
  const codigo = await rodarTour(argumentos, {
    ambiente: {},
    saida: { write: (texto) => (escrito += texto) },
    entrada: new PassThrough(),
    buscar: async (url, { method = 'GET' }) => {
      const caminho = url.replace('http://127.0.0.1:8000', '');
      pedidos.push(`${method} ${caminho}`);
      return responder(method, caminho);
    },
  });
  return { codigo, escrito, pedidos };
}

const semServidor: Respondedor = () => {
  throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:8000') });
};

describe('tour que não vai até o fim', () => {
  it('deve mostrar a ajuda sem falar com ninguém', async () => {
    const { codigo, escrito, pedidos } = await rodar(semServidor, '--ajuda');
    expect([codigo, pedidos]).toEqual([0, []]);
    expect(escrito).toContain('--gravar-mesmo-assim');
  });

  it('deve dizer como pôr no ar o servidor que falta', async () => {
    const { codigo, escrito } = await rodar(semServidor);
    expect(codigo).toBe(1);
    expect(escrito).toContain('ECONNREFUSED');
    expect(escrito).toContain('em outro terminal, rode npm start');
  });

  it('deve estranhar quem não é o Plantão', async () => {
    const { codigo, escrito } = await rodar(() => new Response('<h1>Olá</h1>'));
    expect([codigo, escrito]).toEqual([1, expect.stringContaining('não é o Plantão')]);
  });

  it('deve recusar-se a gravar num hospital de verdade, sem insistência', async () => {
    const { codigo, escrito, pedidos } = await rodar(() => versao(false));
    expect([codigo, pedidos]).toEqual([1, ['GET /v1/versao']]);
    expect(escrito).toContain('--gravar-mesmo-assim');
    const insistente = await rodar(
      (_, caminho) => (caminho === '/v1/versao' ? versao(false) : recusar(401, 'ACESSO.X')),
      '--gravar-mesmo-assim',
    );
    expect(insistente.pedidos).toEqual(['GET /v1/versao', 'POST /v1/auth/login']);
  });

  it('deve mostrar inteira a resposta inesperada, o que se esperava e o que fazer, e nunca a senha', async () => {
    const { codigo, escrito } = await rodar((_, caminho) =>
      caminho === '/v1/versao' ? versao(true) : recusar(401, 'ACESSO.CREDENCIAIS_INVALIDAS'),
    );
    expect(codigo).toBe(1);
    expect(escrito).toContain('status: esperava 200, veio 401');
    expect(escrito).toContain('"correlationId": "c-1"');
    expect(escrito).toContain('--email e --senha');
    expect(escrito).not.toContain('"demonstracao"');
    expect(escrito).not.toContain('\u001b');
  });

  it('deve contar onde estava quando o servidor parou de responder', async () => {
    const { codigo, escrito } = await rodar((_, caminho) => {
      if (caminho === '/v1/versao') return versao(true);
      if (caminho === '/v1/auth/login') return json({ data: { accessToken: 't', usuario: { id: 1 } } });
      return semServidor('POST', caminho);
    });
    expect(codigo).toBe(1);
    expect(escrito).toMatch(/POST \/v1\/setores[\s\S]+✗ Não consegui falar com[\s\S]+O tour parou aqui/);
  });
});
