import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { IdDaRota, Rota } from '../../plataforma/http/rota.js';
import {
  AcessoAoPacienteResposta,
  ListarAcessosAoPaciente,
} from './casos-de-uso/listar-acessos-ao-paciente.js';

@ApiTags('Auditoria')
@Controller('pacientes/:id/acessos')
export class AcessosAoPacienteController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista quem viu ou mudou o que é de um paciente',
    descricao: 'Do mais novo ao mais antigo. O próprio paciente vê os acessos ao que é seu.',
    acesso: ['PACIENTE', 'AUDITOR'],
    alvo: 'paciente',
    responde: AcessoAoPacienteResposta,
    forma: 'lista',
    erros: [404],
  })
  listar(@IdDaRota('id', { de: 'paciente' }) id: number, @Query() consulta: ConsultaDeLista) {
    return this.consultas.execute(new ListarAcessosAoPaciente(id, consulta));
  }
}
