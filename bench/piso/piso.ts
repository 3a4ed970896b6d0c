/**
 * The floor: what this work costs with nothing in between. A bare node:http server over the bare mysql2 driver that
 * answers five routes as the product does — same token verified, same statements in the same transactions, same JSON
 * with the same headers — and knows nothing else: no validation, no refusal, no log. `bench/conferencia` proves the
 * likeness before anything is measured.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  cabecalhosDeSeguranca,
  GUARDADA_POR_QUEM_PEDIU,
} from '../../src/plataforma/http/cabecalhos-de-seguranca.js';
import { verificadorDeTokens } from '../apoio/token.js';
import { abrirPool } from './conexoes.js';
import { type Alta, darAlta } from './dar-alta.js';
import { type Admissao, internar } from './internar.js';
import { listarInternacoes } from './internacoes.js';
import { lerLeito, listarLeitos } from './leitos.js';

const ROTA = /^\/v1\/(leitos|internacoes)(?:\/(\d+))?(?:\/(alta))?$/;

const variaveis = process.env;
const verificar = verificadorDeTokens(variaveis.JWT_SECRET!);
// Two pools, as the product has: one for reading, one for transactions.
const [leitura, escrita] = [abrirPool(variaveis), abrirPool(variaveis)];

const SEGURANCA = cabecalhosDeSeguranca(false);

interface Saida {
  readonly status: number;
  readonly corpo: object;
  readonly versao?: number;
  readonly local?: string;
}

async function responder(requisicao: IncomingMessage, correlacaoId: string): Promise<Saida> {
  const { sub, exp } = verificar(requisicao.headers.authorization!.slice('Bearer '.length));
  if (exp * 1000 <= Date.now()) return { status: 401, corpo: {} };
  const [, recurso, id, comando] = ROTA.exec(requisicao.url!) ?? [];
  const chave = `${requisicao.method} ${recurso}${id ? '/id' : ''}${comando ? `/${comando}` : ''}`;
  const pedido = { autorId: Number(sub), correlacaoId, origem: requisicao.socket.remoteAddress ?? '' };
  switch (chave) {
    case 'GET leitos/id': {
      const corpo = (await lerLeito(leitura, Number(id))) as { data: { versao: number } } | null;
      return corpo ? { status: 200, corpo, versao: corpo.data.versao } : { status: 404, corpo: {} };
    }
    case 'GET leitos':
      return { status: 200, corpo: await listarLeitos(leitura) };
    case 'GET internacoes':
      return { status: 200, corpo: await listarInternacoes(leitura, escrita, pedido) };
    case 'POST internacoes': {
      const data = await internar(escrita, await ler<Admissao>(requisicao), pedido);
      const local = `/v1/internacoes/${data.id as number}`;
      return { status: 201, corpo: { data }, versao: data.versao as number, local };
    }
    case 'POST internacoes/id/alta': {
      const corpo = await ler<Alta>(requisicao);
      const data = await darAlta(escrita, Number(id), corpo, pedido);
      return { status: 200, corpo: { data }, versao: data.versao as number };
    }
    default:
      return { status: 404, corpo: {} };
  }
}

const ler = <T>(requisicao: IncomingMessage): Promise<T> =>
  new Promise((resolver, recusar) => {
    const partes: Buffer[] = [];
    requisicao.on('data', (parte: Buffer) => partes.push(parte));
    requisicao.on('end', () => resolver(JSON.parse(Buffer.concat(partes).toString()) as T));
    requisicao.on('error', recusar);
  });

function enviar(
  resposta: ServerResponse,
  correlacaoId: string,
  { status, corpo, versao, local }: Saida,
): void {
  const texto = JSON.stringify(corpo);
  const cabecalhos: Record<string, string | number> = {
    ...SEGURANCA,
    'x-correlation-id': correlacaoId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(texto),
  };
  if (local !== undefined) cabecalhos.location = local;
  if (versao !== undefined) {
    cabecalhos['cache-control'] = GUARDADA_POR_QUEM_PEDIU;
    cabecalhos.etag = `"${versao}-${createHash('sha1').update(texto).digest('base64url').slice(0, 12)}"`;
  }
  resposta.writeHead(status, cabecalhos).end(texto);
}

createServer((requisicao, resposta) => {
  const correlacaoId = (requisicao.headers['x-correlation-id'] as string | undefined) ?? randomUUID();
  responder(requisicao, correlacaoId)
    .catch((erro: unknown): Saida => ({ status: 500, corpo: { erro: String(erro) } }))
    .then((saida) => enviar(resposta, correlacaoId, saida))
    .catch(() => resposta.destroy());
}).listen(Number(variaveis.PORT), '127.0.0.1');

// Whoever started it waits for this line.
process.stdout.write('pronto\n');
// With --cpu-prof, what it did is written as it exits.
process.on('SIGTERM', () => process.exit());
