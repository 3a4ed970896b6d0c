import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rota } from '../http/rota.js';
import { ConsultaDeEventos, EventoResposta, ListarEventos } from './listar-eventos.js';

@ApiTags('Eventos e entregas')
@Controller('eventos')
export class EventosController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista os fatos gravados, do mais novo ao mais antigo',
    acesso: ['AUDITOR', 'GESTAO'],
    responde: EventoResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeEventos) {
    return this.consultas.execute(new ListarEventos(consulta));
  }
}
