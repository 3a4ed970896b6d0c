import type { Executor } from '../alvos/executor.js';
import { PEDIDOS_CRUS, type PedidoCru } from '../geracao/crus.js';
import type { Falha } from '../oraculos/juiz.js';
import type { Passo } from '../passos/passo.js';

/** How long an answer may take; and how long is waited for where none need come. */
const PRAZO_MS = 10_000;
const SILENCIO_MS = 500;

/** Where products leave doors that nobody meant to open. */
const ESCONDIDAS = [
  ...[
    '/admin',
    '/debug',
    '/env',
    '/.env',
    '/.git/config',
    '/actuator',
    '/graphql',
    '/console',
    '/server-status',
  ],
  ...[
    '/v1',
    '/v1/debug',
    '/v1/admin',
    '/v1/config',
    '/v1/teste',
    '/v2/leitos',
    '/swagger',
    '/api-docs',
    '/metrics',
  ],
];

/** Asks for each; only what is not there is right. */
export async function procurarEscondidas({ cliente }: Executor): Promise<Falha[]> {
  const abertas: Falha[] = [];
  for (const caminho of ESCONDIDAS) {
    const { status } = await cliente.enviar({ metodo: 'GET', caminho, cabecalhos: {}, corpo: undefined });
    if (status !== 404)
      abertas.push({
        oraculo: 'rota-escondida',
        motivo: `${caminho} respondeu ${status}, e não está no documento`,
        passo: comoPasso({ nome: caminho, bytes: caminho, espera: [404] }),
      });
  }
  return abertas;
}

/** Writes each to a socket of its own; after all of them the server must be as well as before. */
export async function enviarCrus(executor: Executor): Promise<{ falhas: Falha[]; feitos: number }> {
  const { cliente } = executor;
  const julgados = await Promise.all(
    PEDIDOS_CRUS.map(async (pedido) => {
      const resposta = await cliente.escrever(
        Buffer.from(pedido.bytes, 'latin1'),
        pedido.espera.includes(0) ? SILENCIO_MS : PRAZO_MS,
      );
      return motivoDe(pedido, resposta).map((motivo) => ({
        oraculo: 'http-cru',
        motivo,
        passo: comoPasso(pedido),
      }));
    }),
  );
  const { status } = await cliente.enviar({
    metodo: 'GET',
    caminho: '/saude/viva',
    cabecalhos: {},
    corpo: undefined,
  });
  const morto: Falha[] =
    status === 200
      ? []
      : [
          {
            oraculo: 'http-cru',
            motivo: `depois deles o servidor respondeu ${status}`,
            passo: comoPasso(PEDIDOS_CRUS[0]!),
          },
        ];
  return {
    falhas: [...julgados.flat(), ...morto, ...(await procurarEscondidas(executor))],
    feitos: PEDIDOS_CRUS.length + ESCONDIDAS.length,
  };
}

function motivoDe({ nome, espera }: PedidoCru, resposta: string): string[] {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(resposta)?.[1] ?? 0);
  const injetado = /^set-cookie:/im.test(resposta)
    ? [`${nome}: um cabeçalho do pedido virou cabeçalho da resposta`]
    : [];
  return espera.includes(status)
    ? injetado
    : [...injetado, `${nome}: respondeu ${status}, e não ${espera.join(' ou ')}`];
}

const comoPasso = ({ nome, bytes }: PedidoCru): Passo => ({
  numero: 0,
  operacao: 'bytes crus',
  especie: 'hostil',
  tecnica: nome,
  quem: 'NINGUEM',
  metodo: 'CRU',
  caminho: [bytes.slice(0, 200)],
});
