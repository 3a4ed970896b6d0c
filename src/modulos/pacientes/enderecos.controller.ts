import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AcrescentarEndereco, DadosDoNovoEndereco } from './casos-de-uso/acrescentar-endereco.js';
import { EnderecoResposta, ListarEnderecos } from './casos-de-uso/listar-enderecos.js';

const QUEM: Papel[] = ['RECEPCAO', 'ENFERMAGEM', 'MEDICO'];

@ApiTags('Pacientes')
@Controller('pacientes/:id/enderecos')
export class EnderecosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista os endereços de um paciente',
    acesso: QUEM,
    responde: EnderecoResposta,
    forma: 'lista',
    erros: [404],
  })
  listar(@IdDaRota() id: number, @Query() consulta: ConsultaDeLista) {
    return this.consultas.execute(new ListarEnderecos(id, consulta));
  }

  @Post()
  @Rota({
    resumo: 'Acrescenta um endereço a um paciente',
    acesso: QUEM,
    responde: EnderecoResposta,
    forma: 'criado',
    erros: [404, 422],
  })
  acrescentar(@IdDaRota() id: number, @Body() dados: DadosDoNovoEndereco, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AcrescentarEndereco(id, dados, autor));
  }
}
