import { Controller, Get, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import { IdDaRota, Rota } from '../http/rota.js';
import { AcessoACaixa } from './acesso-a-caixa.js';
import { CaixaLocal } from './caixa-local.js';
import { PaginasDaCaixa } from './paginas-da-caixa.js';

/** A page for people, not part of the API: the mail that this installation would have sent. */
@ApiExcludeController()
@Controller({ path: 'correio', version: VERSION_NEUTRAL })
export class CaixaLocalController {
  constructor(
    private readonly acesso: AcessoACaixa,
    private readonly caixa: CaixaLocal,
    private readonly paginas: PaginasDaCaixa,
  ) {}

  @Get()
  @Rota({ resumo: 'Mostra a caixa de correio local', acesso: 'publico' })
  async listar(@Req() requisicao: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    this.acesso.exigir(requisicao);
    responder(resposta, this.paginas.lista(await this.caixa.listar()));
  }

  @Get(':id')
  @Rota({ resumo: 'Mostra uma mensagem da caixa de correio local', acesso: 'publico', erros: [404] })
  async ler(
    @IdDaRota() id: number,
    @Req() requisicao: FastifyRequest,
    @Res() resposta: FastifyReply,
  ): Promise<void> {
    this.acesso.exigir(requisicao);
    const mensagem = await this.caixa.obter(id);
    if (!mensagem)
      throw naoEncontrado('CORREIO.MENSAGEM_NAO_ENCONTRADA', `A mensagem ${id} não está na caixa local.`);
    responder(resposta, this.paginas.mensagem(mensagem));
  }
}

/** Nothing is loaded, run, sent or framed from these pages; styles are the page's own and the message's. */
const POLITICA =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function responder(resposta: FastifyReply, html: string): void {
  void resposta
    .header('Content-Security-Policy', POLITICA)
    .header('Referrer-Policy', 'no-referrer')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}
