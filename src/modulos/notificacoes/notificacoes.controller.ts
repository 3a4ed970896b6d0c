import { Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { ConsultaDeNotificacoes, ListarNotificacoes } from './casos-de-uso/listar-notificacoes.js';
import { NotificacaoResposta, ObterNotificacao } from './casos-de-uso/obter-notificacao.js';
import { ReenviarNotificacao } from './casos-de-uso/reenviar-notificacao.js';

@ApiTags('Notificações')
@Controller('notificacoes')
export class NotificacoesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista as notificações, da mais nova à mais antiga',
    acesso: ['GESTAO', 'AUDITOR'],
    responde: NotificacaoResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeNotificacoes) {
    return this.consultas.execute(new ListarNotificacoes(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra uma notificação e como foi o envio',
    acesso: ['GESTAO', 'AUDITOR'],
    responde: NotificacaoResposta,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterNotificacao(id));
  }

  @Post(':id/reenviar')
  @Rota({
    resumo: 'Põe de novo na fila uma notificação em falha definitiva',
    descricao:
      'O servidor de e-mail pode já ter aceitado uma tentativa anterior: a nova leva o mesmo Message-ID.',
    acesso: ['GESTAO'],
    responde: NotificacaoResposta,
    erros: [404, 409],
  })
  reenviar(@IdDaRota() id: number) {
    return this.comandos.execute(new ReenviarNotificacao(id));
  }
}
