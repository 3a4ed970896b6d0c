import type { IncomingMessage } from 'node:http';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { Ambiente } from '../../config/ambiente.js';
import { type Cabecalhos } from './cabecalhos-de-seguranca.js';
import { idDeCorrelacao } from './correlacao.js';
import { envelopeDeErro } from './envelope-de-erro.js';
import { responderErroDeConexao } from './erro-de-conexao.js';

/** Bytes. The largest body that the rules accept has 61,000 characters, and may have two bytes in each. */
const CORPO = 128 * 1024;
/** Characters of one parameter of the path. */
const PARAMETRO = 200;

/** Milliseconds. Who sends slower than this holds a connection, and is let go. */
const PRAZO_DOS_CABECALHOS = 10_000;
const PRAZO_DA_REQUISICAO = 20_000;
/** How often what is late is looked for: a connection lives this much longer than its time, at most. */
const RONDA = 2_000;
/** Of silence in both directions: longer than any answer takes, so that only who stopped reading is let go. */
const SILENCIO = 90_000;

const ENDERECO_ILEGIVEL = {
  codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL',
  mensagem: 'O endereço da requisição não pôde ser lido.',
};

/** Bodies are checked by their classes; Fastify's own validators would only cost every start a tenth of a second. */
const semEsquemas = (): never => {
  throw new Error('no route has a JSON schema');
};

/** How the HTTP server listens: what it takes of each request, for how long, and whom it believes. */
export function opcoesDoServidor(
  { proxiesConfiaveis }: Ambiente,
  cabecalhos: Cabecalhos,
): FastifyHttpOptions<RawServerDefault> {
  return {
    schemaController: { compilersFactory: { buildValidator: semEsquemas, buildSerializer: semEsquemas } },
    bodyLimit: CORPO,
    // A request that arrives while the process stops is answered like any other: the database closes last.
    return503OnClosing: false,
    // Of anybody else what they say of the address they speak for is not believed.
    trustProxy: proxiesConfiaveis.length === 0 ? false : [...proxiesConfiaveis],
    requestTimeout: PRAZO_DA_REQUISICAO,
    connectionTimeout: SILENCIO,
    http: {
      headersTimeout: PRAZO_DOS_CABECALHOS,
      connectionsCheckingInterval: RONDA,
      // One that comes twice is then one that nobody can read, instead of the first of the two (RFC 9110, 5.3).
      joinDuplicateHeaders: true,
    },
    genReqId: (requisicao: IncomingMessage) => idDeCorrelacao(requisicao.headers['x-correlation-id']),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: PARAMETRO },
    clientErrorHandler: responderErroDeConexao(cabecalhos),
    frameworkErrors: (_erro: Error, requisicao: FastifyRequest, resposta: FastifyReply) =>
      void resposta
        .status(400)
        .headers({ ...cabecalhos, 'x-correlation-id': requisicao.id })
        .send(envelopeDeErro(400, [ENDERECO_ILEGIVEL], requisicao.id)),
  };
}
