import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { CriarUsuario, DadosDeUsuario } from './casos-de-uso/criar-usuario.js';
import { UsuarioResposta } from './persistencia/ler-usuario.js';
import { ConsultaDeUsuarios, ListarUsuarios } from './casos-de-uso/listar-usuarios.js';
import { ObterUsuario } from './casos-de-uso/obter-usuario.js';

@ApiTags('Usuários')
@Controller('usuarios')
export class UsuariosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Cria um usuário',
    acesso: ['ADMIN'],
    responde: UsuarioResposta,
    forma: 'criado',
    erros: [409, 422, 429],
  })
  criar(@Body() dados: DadosDeUsuario, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CriarUsuario(dados, autor));
  }

  @Get()
  @Rota({ resumo: 'Lista os usuários', acesso: ['ADMIN'], responde: UsuarioResposta, forma: 'lista' })
  listar(@Query() consulta: ConsultaDeUsuarios) {
    return this.consultas.execute(new ListarUsuarios(consulta));
  }

  @Get(':id')
  @Rota({ resumo: 'Mostra um usuário', acesso: ['ADMIN'], responde: UsuarioResposta, erros: [404] })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterUsuario(id));
  }
}
