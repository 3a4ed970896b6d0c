import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErroDaApi } from '../http/erro-da-api.js';
import { FiltroDeErros } from '../http/filtro-de-erros.js';
import { comoPagina } from './cabecalhos-da-caixa.js';
import { PaginasDaCaixa } from './paginas-da-caixa.js';

/** The same errors, drawn as a page for who asked for one; programs get the envelope. */
@Catch()
@Injectable()
export class ErrosDaCaixa implements ExceptionFilter {
  constructor(
    private readonly filtro: FiltroDeErros,
    private readonly paginas: PaginasDaCaixa,
  ) {}

  catch(erro: unknown, host: ArgumentsHost): void {
    const { headers } = host.switchToHttp().getRequest<FastifyRequest>();
    const resposta = host.switchToHttp().getResponse<FastifyReply>();
    if (headers.accept?.includes('text/html'))
      comoPagina(resposta).serializer((envelope: ErroDaApi) =>
        this.paginas.erro(resposta.statusCode, envelope),
      );
    this.filtro.catch(erro, host);
  }
}
