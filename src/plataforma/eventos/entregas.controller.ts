import { Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdDaRota, Rota } from '../http/rota.js';
import { ConsultaDeEntregas, EntregaResposta, ListarEntregas } from './listar-entregas.js';
import { ObterEntrega } from './obter-entrega.js';
import { ReprocessarEntrega } from './reprocessar-entrega.js';

@ApiTags('Eventos e entregas')
@Controller('entregas')
export class EntregasController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista as reações aos fatos e como foram',
    acesso: ['AUDITOR', 'GESTAO'],
    responde: EntregaResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeEntregas) {
    return this.consultas.execute(new ListarEntregas(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra uma entrega: a reação a um fato, e como foi',
    acesso: ['AUDITOR', 'GESTAO'],
    responde: EntregaResposta,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterEntrega(id));
  }

  @Post(':id/reprocessar')
  @Rota({ resumo: 'Tenta de novo uma entrega morta', acesso: [], forma: 'vazio', erros: [404, 409] })
  reprocessar(@IdDaRota() id: number) {
    return this.comandos.execute(new ReprocessarEntrega(id));
  }
}
