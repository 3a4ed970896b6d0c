import type { IncomingMessage } from 'node:http';
import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Ambiente } from './config/ambiente.js';
import { instalarDocumentacao } from './documentacao/instalar-documentacao.js';
import { ComandosInterceptados } from './plataforma/http/comandos-interceptados.js';
import { idDeCorrelacao, instalarCorrelacao } from './plataforma/http/correlacao.js';
import { instalarEnvelope } from './plataforma/http/envelope.js';
import { envelopeDeErro } from './plataforma/http/envelope-de-erro.js';
import { ParametrosValidados } from './plataforma/http/parametros-validados.js';
import { lerJson } from './plataforma/http/profundidade-do-json.js';
import { observarRotas } from './plataforma/http/rotas-conhecidas.js';
import { instalarEtags } from './plataforma/http/versoes.js';
import { Metricas } from './plataforma/observabilidade/metricas/metricas.js';
import { Prontidao } from './plataforma/observabilidade/prontidao.js';
import { Registrador } from './plataforma/observabilidade/registrador.js';

const LIMITE_DO_CORPO = 256 * 1024;

const ENDERECO_ILEGIVEL = {
  codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL',
  mensagem: 'O endereço da requisição não pôde ser lido.',
};

/** Bodies are checked by their classes; Fastify's own validators would only cost every start a tenth of a second. */
const semEsquemas = (): never => {
  throw new Error('no route has a JSON schema');
};

/** The whole application, ready to listen. */
export async function criarAplicacao(ambiente: Ambiente): Promise<NestFastifyApplication> {
  const adaptador = new FastifyAdapter({
    schemaController: { compilersFactory: { buildValidator: semEsquemas, buildSerializer: semEsquemas } },
    bodyLimit: LIMITE_DO_CORPO,
    // A request that arrives while the process stops is answered like any other: the database closes last.
    return503OnClosing: false,
    genReqId: (requisicao: IncomingMessage) => idDeCorrelacao(requisicao.headers['x-correlation-id']),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: (_erro: Error, requisicao: FastifyRequest, resposta: FastifyReply) =>
      void resposta
        .status(400)
        .header('x-correlation-id', requisicao.id)
        .send(envelopeDeErro(400, [ENDERECO_ILEGIVEL], requisicao.id)),
  });
  observarRotas(adaptador.getInstance());
  instalarEnvelope(adaptador.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.com(ambiente), adaptador, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  const registrador = app.get(Registrador);
  app.useLogger(registrador);
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  app.get(ComandosInterceptados).interceptar();
  app.get(ParametrosValidados).validar();
  instalarHttp(app, registrador);
  instalarDocumentacao(app);
  try {
    await app.init();
  } catch (erro) {
    // What is already open, the database above all, would keep the refused process alive.
    await app.close();
    throw erro;
  }
  return app;
}

/** Connections waiting to be accepted: a burst of clients must queue, not be turned away to try again seconds later. */
const FILA_DE_CONEXOES = 4_096;

export const escutar = async (app: NestFastifyApplication, porta: number, host: string): Promise<void> => {
  await app.listen({ port: porta, host, backlog: FILA_DE_CONEXOES });
};

function instalarHttp(app: NestFastifyApplication, registrador: Registrador): void {
  const fastify = app.getHttpAdapter().getInstance();
  instalarCorrelacao(fastify, registrador, app.get(Metricas));
  instalarEtags(fastify);
  // A connection kept alive past the close of the server would hold the process until it times out.
  const prontidao = app.get(Prontidao);
  fastify.addHook('onSend', (_requisicao, resposta, corpo, pronto) => {
    if (prontidao.parando) void resposta.header('connection', 'close');
    pronto(null, corpo);
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_requisicao, corpo, pronto) => {
    try {
      pronto(null, corpo === '' ? undefined : lerJson(String(corpo)));
    } catch (erro) {
      pronto(erro as Error);
    }
  });
}
