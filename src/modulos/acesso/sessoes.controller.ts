import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ErroDaApi } from '../../plataforma/http/erro-da-api.js';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { EncerrarOutrasSessoes } from './casos-de-uso/encerrar-outras-sessoes.js';
import { EncerrarSessao } from './casos-de-uso/encerrar-sessao.js';
import { ListarSessoes, SessaoResposta } from './casos-de-uso/listar-sessoes.js';
import { DadosDaRenovacao, RenovarSessao } from './casos-de-uso/renovar-sessao.js';
import { Sair } from './casos-de-uso/sair.js';
import { EntradaResposta } from './persistencia/entrada-resposta.js';

/** Whoever entered, whatever else they still have to do. */
const DE_CADA_UM = { acesso: 'autenticado', alvo: 'pendencia', sigilosa: true } as const;

@ApiTags('Acesso')
@Controller('auth')
export class SessoesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post('refresh')
  @Rota({
    resumo: 'Renova a sessão',
    descricao:
      'Troca o `refreshToken` por outro par, com os perfis que a pessoa tem agora. Cada um serve uma vez: se a ' +
      'resposta se perder, repita em até 10 segundos e receberá mais um; as repetições seguintes recebem 409. ' +
      'Depois disso, um que volta foi copiado: a sessão inteira termina. Sem renovar por 30 minutos, ou 12 horas ' +
      'depois de entrar (políticas do hospital), é preciso entrar de novo.',
    acesso: 'publico',
    sigilosa: true,
    auditoria: 'propria',
    responde: EntradaResposta,
    erros: [409, 422],
  })
  @ApiResponse({
    status: 401,
    description: 'A sessão terminou, ou nunca existiu.',
    schema: { $ref: getSchemaPath(ErroDaApi) },
  })
  renovar(@Body() dados: DadosDaRenovacao) {
    return this.comandos.execute(new RenovarSessao(dados));
  }

  @Post('logout')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Sai: termina a sessão do token',
    descricao: 'O token e o que o renova deixam de valer.',
    auditoria: { acao: 'acesso.sair' },
    forma: 'vazio',
  })
  sair(@AutorAtual() autor: Autor) {
    return this.comandos.execute(new Sair(autor));
  }

  @Get('eu/sessoes')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Lista as sessões abertas de quem pergunta',
    descricao: 'As mais novas primeiro. Uma que você não reconhece? Termine-a e troque a senha.',
    responde: SessaoResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeLista, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarSessoes(consulta, autor));
  }

  @Post('eu/sessoes/encerrar-outras')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Termina todas as suas sessões, menos esta',
    auditoria: { acao: 'acesso.encerrar-outras-sessoes' },
    forma: 'vazio',
  })
  encerrarOutras(@AutorAtual() autor: Autor) {
    return this.comandos.execute(new EncerrarOutrasSessoes(autor));
  }

  @Delete('eu/sessoes/:id')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Termina uma das suas sessões',
    auditoria: { acao: 'acesso.encerrar-sessao' },
    forma: 'vazio',
    erros: [404],
  })
  encerrar(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new EncerrarSessao(id, autor));
  }
}
