import type { OpenAPIObject } from '@nestjs/swagger';
import { respostaDeErro } from './erros-no-documento.js';
import { type Metodo, type Operacao, operacoesDe } from './operacoes-do-documento.js';
import { EXTENSAO_DE_SIGILO, EXTENSAO_DE_VERSAO } from './rota.js';

type Respostas = Record<string, { description: string; headers?: object; content?: object }>;

const texto = { type: 'string' } as const;

/** Adds to each operation what the conventions of the API give it by its method: the decorators do not know it. */
export function comConvencoes(documento: OpenAPIObject): OpenAPIObject {
  for (const [operacao, metodo] of operacoesDe(documento)) {
    if (metodo === 'get') semCorpo(operacao);
    const sigilosa = retirar(operacao, EXTENSAO_DE_SIGILO);
    if (sigilosa) documentarSigilo(operacao);
    else if (metodo === 'post' && operacao.security) documentarIdempotencia(operacao);
    if (retirar(operacao, EXTENSAO_DE_VERSAO)) documentarVersao(operacao, metodo);
  }
  return documento;
}

/** Whether the operation was marked so; it is not any more. */
function retirar(operacao: Operacao, marca: string): boolean {
  const marcada = marca in operacao;
  delete (operacao as unknown as Record<string, unknown>)[marca];
  return marcada;
}

/** What nobody keeps is not kept for an Idempotency-Key either: the header is not looked at. */
function documentarSigilo({ responses }: Operacao): void {
  for (const status of ['200', '201', '204']) {
    const resposta = (responses as Respostas)[status];
    if (!resposta) continue;
    const semGuarda = { schema: texto, description: 'Sempre `no-store`: ninguém guarda esta resposta.' };
    resposta.headers = { ...resposta.headers, 'Cache-Control': semGuarda };
  }
}

/** The body of a reading is not even looked at. */
function semCorpo({ responses }: Operacao): void {
  for (const status of ['413', '415']) delete (responses as Respostas)[status];
}

function documentarIdempotencia(operacao: Operacao): void {
  incluirCabecalho(
    operacao,
    'Idempotency-Key',
    'Chave sua, única por pedido: repetido com ela e o mesmo corpo, o pedido recebe a primeira resposta e nada acontece de novo (48 h). Com outro corpo, 422.',
  );
  incluirErro(operacao, '409', 'Outro pedido com a mesma Idempotency-Key ainda está em curso.');
  incluirErro(operacao, '422', 'A Idempotency-Key já foi usada com outro corpo.');
}

function documentarVersao(operacao: Operacao, metodo: Metodo): void {
  const respostas = operacao.responses as Respostas;
  for (const status of ['200', '201'])
    if (respostas[status])
      respostas[status].headers = {
        ...respostas[status].headers,
        ETag: { schema: texto, description: 'Versão do registro: `"3"`.' },
      };
  if (metodo === 'get') {
    incluirCabecalho(operacao, 'If-None-Match', 'ETag que você já tem: se ainda vale, 304 sem corpo.');
    respostas['304'] = { description: 'Não mudou desde o ETag enviado.' };
    return;
  }
  incluirCabecalho(
    operacao,
    'If-Match',
    'ETag da versão que você leu: se o registro mudou desde então, 412 e nada é gravado.',
  );
  incluirErro(operacao, '412');
}

function incluirCabecalho(operacao: Operacao, nome: string, descricao: string): void {
  (operacao.parameters ??= []).push({
    name: nome,
    in: 'header',
    required: false,
    description: descricao,
    schema: texto,
  });
}

/** One that the route documents already keeps its own words. */
function incluirErro(operacao: Operacao, status: string, descricao?: string): void {
  (operacao.responses as Respostas)[status] ??= respostaDeErro(Number(status), descricao);
}
