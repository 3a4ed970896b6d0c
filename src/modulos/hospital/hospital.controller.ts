import { Body, Controller, Get, Patch } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AlterarHospital } from './casos-de-uso/alterar-hospital.js';
import { DadosDoHospital } from './dados-do-hospital.js';
import { HospitalResposta, ObterHospital } from './casos-de-uso/obter-hospital.js';

@ApiTags('Hospital')
@Controller('hospital')
export class HospitalController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Mostra as políticas do hospital',
    descricao:
      'As da entrada (tentativas, segundo fator, senha inicial, sessões), só a quem administra ou audita.',
    acesso: 'autenticado',
    responde: HospitalResposta,
    versao: 'hospital',
  })
  obter() {
    return this.consultas.execute(new ObterHospital());
  }

  @Patch()
  @Rota({
    resumo: 'Altera as políticas do hospital',
    descricao:
      'Só muda o que for enviado. `diarias`, quando enviada, substitui a tabela de preços dos particulares.',
    acesso: ['GESTAO'],
    responde: HospitalResposta,
    versao: 'hospital',
    erros: [422],
  })
  alterar(@Body() dados: DadosDoHospital, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarHospital(dados, autor));
  }
}
