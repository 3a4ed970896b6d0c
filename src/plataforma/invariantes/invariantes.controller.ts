import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rota } from '../http/rota.js';
import { ConsultaDeInvariantes, InvarianteResposta, ListarInvariantes } from './listar-invariantes.js';

@ApiTags('Operação')
@Controller('invariantes')
export class InvariantesController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Confere, agora, tudo o que sempre deve valer nos dados',
    descricao:
      'Cada regra é conferida sobre o banco inteiro, sem travar nada, uma de cada vez. O que depende de uma reação ainda em curso não é violação; o que depende de uma reação que morreu, é. A resposta tem só identificadores.',
    acesso: ['AUDITOR'],
    responde: InvarianteResposta,
    forma: 'lista',
    erros: [429],
  })
  listar(@Query() consulta: ConsultaDeInvariantes) {
    return this.consultas.execute(new ListarInvariantes(consulta));
  }
}
