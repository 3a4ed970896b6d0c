import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Ambiente } from './config/ambiente.js';
import { instalarDocumentacao } from './documentacao/instalar-documentacao.js';
import {
  cabecalhosDeSeguranca,
  instalarCabecalhosDeSeguranca,
} from './plataforma/http/cabecalhos-de-seguranca.js';
import { instalarAuditoria } from './plataforma/auditoria/mutacoes-auditadas.js';
import { ComandosInterceptados } from './plataforma/http/comandos-interceptados.js';
import { instalarCorrelacao } from './plataforma/http/correlacao.js';
import { permitirOrigens } from './plataforma/http/cors.js';
import { instalarEnvelope } from './plataforma/http/envelope.js';
import { opcoesDoServidor } from './plataforma/http/opcoes-do-servidor.js';
import { ParametrosValidados } from './plataforma/http/parametros-validados.js';
import { lerJson } from './plataforma/http/ler-json.js';
import { instalarLimites } from './plataforma/http/limites-das-respostas.js';
import { observarRotas } from './plataforma/http/rotas-conhecidas.js';
import { VisaoDasRespostas } from './plataforma/http/visao-das-respostas.js';
import { instalarEtags } from './plataforma/http/versoes.js';
import { Metricas } from './plataforma/observabilidade/metricas/metricas.js';
import { Prontidao } from './plataforma/observabilidade/prontidao.js';
import { DonosDosRegistros } from './plataforma/seguranca/donos-dos-registros.js';
import { Registrador } from './plataforma/observabilidade/registrador.js';

/** The whole application, ready to listen. */
export async function criarAplicacao(ambiente: Ambiente): Promise<NestFastifyApplication> {
  const cabecalhos = cabecalhosDeSeguranca(ambiente.producao);
  const adaptador = new FastifyAdapter(opcoesDoServidor(ambiente, cabecalhos));
  instalarCabecalhosDeSeguranca(adaptador, cabecalhos);
  observarRotas(adaptador.getInstance());
  instalarEnvelope(adaptador.getInstance());
  instalarAuditoria(adaptador.getInstance());
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
  app.get(VisaoDasRespostas).instalar(adaptador.getInstance());
  instalarLimites(adaptador.getInstance(), app.get(DonosDosRegistros));
  instalarHttp(app, registrador);
  permitirOrigens(app, ambiente.corsOrigens);
  instalarDocumentacao(app, ambiente);
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
