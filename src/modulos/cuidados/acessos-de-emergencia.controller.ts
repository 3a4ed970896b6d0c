import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import {
  AbrirAcessoDeEmergencia,
  DadosDoAcessoDeEmergencia,
} from './casos-de-uso/abrir-acesso-de-emergencia.js';
import { EncerrarAcessoDeEmergencia } from './casos-de-uso/encerrar-acesso-de-emergencia.js';
import {
  ConsultaDeAcessosDeEmergencia,
  ListarAcessosDeEmergencia,
} from './casos-de-uso/listar-acessos-de-emergencia.js';
import { ObterAcessoDeEmergencia } from './casos-de-uso/obter-acesso-de-emergencia.js';
import { DadosDaRevisao, RevisarAcessoDeEmergencia } from './casos-de-uso/revisar-acesso-de-emergencia.js';
import { AcessoDeEmergenciaResposta } from './persistencia/acessos-de-emergencia.js';

const CUIDAM: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'FARMACIA'];
const responde = AcessoDeEmergenciaResposta;
/** Of a professional, not of a patient: its own queries say whose. */
const alvo = 'livre';
const auditoria = { registro: 'acesso-de-emergencia' };

@ApiTags('Acesso de emergência')
@Controller('acessos-de-emergencia')
export class AcessosDeEmergenciaController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Abre por 60 minutos o registro de um paciente que não está sob o seu cuidado',
    descricao:
      'Para quando esperar seria pior. Fica na trilha de auditoria, avisa na hora quem cuida da privacidade e entra na ' +
      'fila de revisão.',
    acesso: CUIDAM,
    alvo,
    responde,
    forma: 'criado',
    auditoria,
    erros: [409, 422],
  })
  abrir(@Body() dados: DadosDoAcessoDeEmergencia, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AbrirAcessoDeEmergencia(dados, autor));
  }

  @Get()
  @Rota({
    resumo: 'Lista os acessos de emergência, do último ao primeiro',
    descricao: 'Um profissional vê os seus; quem audita, os de todos. A fila de revisão é `revisado=false`.',
    acesso: [...CUIDAM, 'AUDITOR'],
    alvo,
    responde,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeAcessosDeEmergencia, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarAcessosDeEmergencia(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um acesso de emergência',
    acesso: [...CUIDAM, 'AUDITOR'],
    alvo,
    responde,
    erros: [404],
  })
  obter(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ObterAcessoDeEmergencia(id, autor));
  }

  @Post(':id/encerrar')
  @Rota({
    resumo: 'Desiste de um acesso de emergência antes da hora',
    acesso: CUIDAM,
    alvo,
    responde,
    auditoria,
    erros: [404, 409],
  })
  encerrar(@IdDaRota('id', { exemplo: 2 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new EncerrarAcessoDeEmergencia(id, autor));
  }

  @Post(':id/revisar')
  @Rota({
    resumo: 'Diz se havia mesmo uma emergência',
    descricao: 'Uma vez só, e nunca do próprio acesso (403).',
    acesso: ['AUDITOR'],
    responde,
    auditoria,
    erros: [404, 409, 422],
  })
  revisar(@IdDaRota() id: number, @Body() dados: DadosDaRevisao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new RevisarAcessoDeEmergencia(id, dados, autor));
  }
}
