import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { comoErroDeBanco, erroDeBancoParaCliente } from '../../banco/erros-de-banco.js';
import { ErroDeDominio, type ItemDeErro } from '../erros/erro-de-dominio.js';
import { quadrosDaPilha } from '../erros/resumo-do-erro.js';
import { Registrador } from '../observabilidade/registrador.js';
import { envelopeDeErro, statusDoErro } from './envelope-de-erro.js';
import { RecusaGuardada } from './idempotencia/idempotencia.js';

interface Resposta {
  readonly status: number;
  readonly itens: readonly ItemDeErro[];
}

/** Errors that Fastify and Nest raise before any of our code, by status. */
const DE_FORA: Record<number, ItemDeErro> = {
  400: {
    codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL',
    mensagem: 'A requisição não pôde ser lida. Confira o JSON do corpo e os parâmetros.',
  },
  404: {
    codigo: 'PLATAFORMA.ROTA_INEXISTENTE',
    mensagem: 'Esta rota não existe. Confira o endereço e o método na documentação da API.',
  },
  413: { codigo: 'PLATAFORMA.CORPO_GRANDE', mensagem: 'O corpo da requisição é grande demais.' },
  414: { codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL', mensagem: 'O endereço da requisição é longo demais.' },
  415: { codigo: 'PLATAFORMA.TIPO_NAO_SUPORTADO', mensagem: 'Envie o corpo como application/json.' },
  431: {
    codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL',
    mensagem: 'Os cabeçalhos da requisição são grandes demais.',
  },
};

const FALHA: ItemDeErro = {
  codigo: 'PLATAFORMA.FALHA_INTERNA',
  mensagem: 'Algo falhou do nosso lado. Tente de novo; se persistir, informe o correlationId ao suporte.',
};

const SEGUNDOS_ATE_TENTAR = 2;

/** The one place where errors become HTTP: domain kinds, database refusals and the framework's own. */
@Catch()
@Injectable()
export class FiltroDeErros implements ExceptionFilter {
  constructor(private readonly registrador: Registrador) {}

  catch(erro: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.responder(erro, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  responder(erro: unknown, requisicao: FastifyRequest, resposta: FastifyReply): void {
    if (resposta.sent) return;
    if (erro instanceof RecusaGuardada) {
      void resposta.status(erro.resposta.status).send(erro.resposta.corpo);
      return;
    }
    const { status, itens } = this.#semRota(erro, requisicao, resposta) ?? this.#traduzir(erro);
    if (status === 503 || status === 429)
      void resposta.header('Retry-After', String(segundosAteTentar(erro)));
    if (status === 401) void resposta.header('WWW-Authenticate', 'Bearer');
    void resposta.status(status).send(envelopeDeErro(status, itens, requisicao.id));
  }

  /** Nest says 404 for any address without a handler; when only the method is wrong, it is 405 with `Allow`. */
  #semRota(erro: unknown, requisicao: FastifyRequest, resposta: FastifyReply): Resposta | null {
    // An address spelt out may have been taken for one with an id, by a method that it does not accept.
    const deOutra =
      erro instanceof ErroDeDominio &&
      (erro.codigo === 'PLATAFORMA.ID_INVALIDO' || erro.tipo === 'requisicao_ilegivel');
    if (!deOutra && !(erro instanceof NotFoundException)) return null;
    const metodos = requisicao.server.rotasConhecidas.metodosDe(requisicao.url.split('?')[0]!);
    if (metodos.length === 0 || metodos.includes(requisicao.method)) return null;
    void resposta.header('Allow', metodos.join(', '));
    return {
      status: 405,
      itens: [
        {
          codigo: 'PLATAFORMA.METODO_NAO_PERMITIDO',
          mensagem: `Este endereço aceita: ${metodos.join(', ')}.`,
        },
      ],
    };
  }

  #traduzir(erro: unknown): Resposta {
    if (erro instanceof ErroDeDominio) return { status: statusDoErro(erro), itens: erro.itens };
    const doBanco = comoErroDeBanco(erro);
    const paraCliente = doBanco && erroDeBancoParaCliente(doBanco);
    if (paraCliente) {
      this.registrador.aviso('banco recusou', { natureza: doBanco.natureza, restricao: doBanco.restricao });
      return { status: statusDoErro(paraCliente), itens: paraCliente.itens };
    }
    const status =
      erro instanceof HttpException ? erro.getStatus() : (erro as Partial<FastifyError> | null)?.statusCode;
    const conhecido = status === undefined ? undefined : DE_FORA[status];
    if (conhecido) return { status: status === 414 || status === 431 ? 400 : status!, itens: [conhecido] };
    this.registrador.error(
      `falha interna: ${nomeSeguro(erro)}`,
      erro instanceof Error ? pilha(erro) : undefined,
    );
    return { status: 500, itens: [FALHA] };
  }
}

const segundosAteTentar = (erro: unknown): number =>
  (erro instanceof ErroDeDominio ? erro.repetirEmS : null) ?? SEGUNDOS_ATE_TENTAR;

/** Foreign messages may quote data: the log keeps the kind and the place. */
const nomeSeguro = (erro: unknown): string => (erro instanceof Error ? erro.name : typeof erro);
const pilha = (erro: Error): string => quadrosDaPilha(erro.stack).slice(0, 11).join('\n');
