import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Rota } from '../../plataforma/http/rota.js';
import { type PaginaDeAcesso, PaginasDeAcesso } from './paginas-de-acesso.js';

/** Pages for people, not part of the API: where the links of the e-mails about an account lead. */
@ApiExcludeController()
@Controller('publico/acesso')
export class PaginasDeAcessoController {
  readonly #paginas = new PaginasDeAcesso();

  @Get('verificar-email')
  @Rota({ resumo: 'Abre a página que confirma o e-mail', acesso: 'publico' })
  verificar(@Res() resposta: FastifyReply): void {
    this.#mostrar('verificar-email', resposta);
  }

  @Get('redefinir-senha')
  @Rota({ resumo: 'Abre a página em que se escolhe outra senha', acesso: 'publico' })
  redefinir(@Res() resposta: FastifyReply): void {
    this.#mostrar('redefinir-senha', resposta);
  }

  #mostrar(pagina: PaginaDeAcesso, resposta: FastifyReply): void {
    void resposta
      .headers(this.#paginas.cabecalhos)
      .type('text/html; charset=utf-8')
      .send(this.#paginas.html(pagina));
  }
}
