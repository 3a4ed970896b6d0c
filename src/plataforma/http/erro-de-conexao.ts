import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ItemDeErro } from '../erros/erro-de-dominio.js';
import type { Cabecalhos } from './cabecalhos-de-seguranca.js';
import { envelopeDeErro } from './envelope-de-erro.js';

const recusa = (mensagem: string): ItemDeErro => ({ codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL', mensagem });

const ILEGIVEL = { status: 400, item: recusa('O que chegou não é uma requisição HTTP/1.1 válida.') };

/** By the code that Node gives to what it could not read. */
const CONHECIDOS: Readonly<Record<string, { status: number; item: ItemDeErro }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    item: recusa('A requisição não chegou inteira a tempo. Envie-a de novo.'),
  },
  HPE_HEADER_OVERFLOW: { status: 431, item: recusa('Os cabeçalhos da requisição são grandes demais.') },
};

/**
 * Answers, with the envelope and the headers of any other answer, what is no request: bytes that are not HTTP, bad
 * framing, headers too large or too slow. The connection ends with it.
 */
export const responderErroDeConexao =
  (cabecalhos: Cabecalhos) =>
  (erro: NodeJS.ErrnoException, conexao: Socket): void => {
    if (erro.code === 'ECONNRESET' || conexao.destroyed) return;
    if (!conexao.writable) return void conexao.destroy();
    const { status, item } = CONHECIDOS[erro.code ?? ''] ?? ILEGIVEL;
    const id = randomUUID();
    const corpo = JSON.stringify(envelopeDeErro(400, [item], id));
    const linhas = Object.entries({
      ...cabecalhos,
      'x-correlation-id': id,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(corpo)),
      connection: 'close',
    }).map(([nome, valor]) => `${nome}: ${valor}\r\n`);
    conexao.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${linhas.join('')}\r\n${corpo}`);
    conexao.destroySoon();
  };
