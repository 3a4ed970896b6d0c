import { Controller, Get, Query, Req, Res, UseFilters, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ambiente } from '../../config/ambiente.js';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import { IdDaRota, Rota } from '../http/rota.js';
import { AcessoACaixa } from './acesso-a-caixa.js';
import { comoArquivo, comoPagina } from './cabecalhos-da-caixa.js';
import { CaixaLocal, type MensagemGuardada } from './caixa-local.js';
import { ConsultaDaCaixa, ConsultaDaMensagem } from './consulta-da-caixa.js';
import { comoEml } from './eml.js';
import { ErrosDaCaixa } from './erros-da-caixa.js';
import { PaginasDaCaixa, type Versao } from './paginas-da-caixa.js';

/** Pages for people, not part of the API: the mail that this installation would have sent. */
@ApiExcludeController()
@UseFilters(ErrosDaCaixa)
@Controller({ path: 'correio', version: VERSION_NEUTRAL })
export class CaixaLocalController {
  constructor(
    private readonly acesso: AcessoACaixa,
    private readonly caixa: CaixaLocal,
    private readonly paginas: PaginasDaCaixa,
    private readonly ambiente: Ambiente,
  ) {}

  @Get()
  @Rota({ resumo: 'Mostra a caixa de correio local', acesso: 'publico' })
  async listar(
    @Query() consulta: ConsultaDaCaixa,
    @Req() requisicao: FastifyRequest,
    @Res() resposta: FastifyReply,
  ): Promise<void> {
    this.acesso.exigir(requisicao);
    const pagina = await this.caixa.listar(consulta);
    void comoPagina(resposta).send(this.paginas.lista(pagina, consulta));
  }

  @Get(':id')
  @Rota({ resumo: 'Mostra uma mensagem como o destinatário a vê', acesso: 'publico', erros: [404] })
  lerHtml(
    @IdDaRota() id: number,
    @Query() { busca }: ConsultaDaMensagem,
    @Req() requisicao: FastifyRequest,
    @Res() resposta: FastifyReply,
  ): Promise<void> {
    return this.#ler('html', id, busca, requisicao, resposta);
  }

  @Get(':id/texto')
  @Rota({ resumo: 'Mostra uma mensagem na versão em texto', acesso: 'publico', erros: [404] })
  lerTexto(
    @IdDaRota() id: number,
    @Query() { busca }: ConsultaDaMensagem,
    @Req() requisicao: FastifyRequest,
    @Res() resposta: FastifyReply,
  ): Promise<void> {
    return this.#ler('texto', id, busca, requisicao, resposta);
  }

  @Get(':id/eml')
  @Rota({ resumo: 'Baixa uma mensagem como arquivo de e-mail', acesso: 'publico', erros: [404] })
  async baixar(
    @IdDaRota() id: number,
    @Req() requisicao: FastifyRequest,
    @Res() resposta: FastifyReply,
  ): Promise<void> {
    this.acesso.exigir(requisicao);
    const eml = await comoEml(await this.#obter(id), this.ambiente.correio);
    void comoArquivo(resposta, `mensagem-${id}.eml`, 'message/rfc822').send(eml);
  }

  async #ler(
    versao: Versao,
    id: number,
    busca: string | undefined,
    requisicao: FastifyRequest,
    resposta: FastifyReply,
  ): Promise<void> {
    this.acesso.exigir(requisicao);
    const [mensagem, vizinhas] = await Promise.all([this.#obter(id), this.caixa.vizinhas(id, busca)]);
    void comoPagina(resposta).send(this.paginas.mensagem(mensagem, versao, vizinhas, busca));
  }

  async #obter(id: number): Promise<MensagemGuardada> {
    const mensagem = await this.caixa.obter(id);
    if (!mensagem)
      throw naoEncontrado('CORREIO.MENSAGEM_NAO_ENCONTRADA', `A mensagem ${id} não está na caixa local.`);
    return mensagem;
  }
}
