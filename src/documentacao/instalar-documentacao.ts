import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Ambiente } from '../config/ambiente.js';
import { daPropriaMaquina } from '../plataforma/http/da-propria-maquina.js';
import { TokensDeAcesso } from '../plataforma/seguranca/tokens-de-acesso.js';
import { ArquivoEmMemoria } from './arquivo-em-memoria.js';
import { documentar } from './documento.js';

const PAGINA = join(import.meta.dirname, 'pagina');
const DA_PAGINA = [
  'aparencia.css',
  'operacoes.css',
  'telefone.css',
  'tema.js',
  'palavras.js',
  'sessao.js',
  'inicio.js',
  'icone.svg',
];
const DO_SWAGGER = ['swagger-ui.css', 'swagger-ui-bundle.js'];

const TIPOS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything the page shows or runs comes from here; it talks to this API only. */
const POLITICA =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The page `/docs`, where the API is read and tried, and its document, `/docs-json`. Both are open, save in
 * production: there they are served only where the configuration says so, to this machine and to administrators.
 */
export function instalarDocumentacao(
  app: NestFastifyApplication,
  { documentacao, producao }: Pick<Ambiente, 'documentacao' | 'producao'>,
): void {
  if (!documentacao) return;
  const fastify = app.getHttpAdapter().getInstance();
  const tokens = app.get(TokensDeAcesso);
  const mostrar = (requisicao: FastifyRequest): boolean =>
    !producao || daPropriaMaquina(requisicao) || eAdministrador(tokens, requisicao);
  const servir = (endereco: string, abrir: () => ArquivoEmMemoria): void => {
    let arquivo: ArquivoEmMemoria | undefined;
    fastify.get(endereco, (requisicao, resposta) => {
      // To anybody else it is not there.
      if (!mostrar(requisicao)) return resposta.callNotFound();
      void resposta.header('Content-Security-Policy', POLITICA);
      arquivo ??= abrir();
      return arquivo.enviar(requisicao, resposta);
    });
  };
  servir('/docs', () => ler(PAGINA, 'pagina.html'));
  for (const nome of DA_PAGINA) servir(`/docs/${nome}`, () => ler(PAGINA, nome));
  for (const nome of DO_SWAGGER) servir(`/docs/${nome}`, () => ler(pastaDoSwagger(), nome));
  servir(
    '/docs-json',
    () =>
      new ArquivoEmMemoria('application/json; charset=utf-8', Buffer.from(JSON.stringify(documentar(app)))),
  );
}

function eAdministrador(tokens: TokensDeAcesso, { headers }: FastifyRequest): boolean {
  const [, token] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  try {
    if (token === undefined) return false;
    const { papeis, pendencia } = tokens.ler(token);
    return papeis.includes('ADMIN') && !pendencia;
  } catch {
    return false;
  }
}

const ler = (pasta: string, nome: string): ArquivoEmMemoria =>
  new ArquivoEmMemoria(TIPOS[extname(nome)]!, readFileSync(join(pasta, nome)));

/** Swagger UI comes with `@nestjs/swagger`, which chooses its version. */
function pastaDoSwagger(): string {
  const doNest = createRequire(import.meta.url).resolve('@nestjs/swagger');
  return dirname(createRequire(doNest).resolve('swagger-ui-dist/package.json'));
}
