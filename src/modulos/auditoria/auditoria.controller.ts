import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rota } from '../../plataforma/http/rota.js';
import { ConsultaDaAuditoria, ListarAuditoria } from './casos-de-uso/listar-auditoria.js';
import { ObterSelo, SeloResposta } from './casos-de-uso/obter-selo.js';
import { LinhaDaAuditoriaResposta } from './persistencia/linhas-da-auditoria.js';

@ApiTags('Auditoria')
@Controller('auditoria')
export class AuditoriaController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista quem fez ou viu o quê, do mais novo ao mais antigo',
    descricao:
      'Identificadores e nomes de campos, nunca o que eles trazem. Esta consulta também fica registrada.',
    acesso: ['AUDITOR'],
    responde: LinhaDaAuditoriaResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDaAuditoria) {
    return this.consultas.execute(new ListarAuditoria(consulta));
  }

  @Get('selo')
  @Rota({
    resumo: 'Mostra o fim da cadeia que sela a auditoria',
    descricao: 'Guardado fora do banco, prova depois que nada do que veio antes foi reescrito nem cortado.',
    acesso: ['AUDITOR'],
    responde: SeloResposta,
  })
  selo() {
    return this.consultas.execute(new ObterSelo());
  }
}
