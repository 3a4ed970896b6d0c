import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDeUsuario, AlterarUsuario } from './casos-de-uso/alterar-usuario.js';
import { CriarUsuario, DadosDeUsuario } from './casos-de-uso/criar-usuario.js';
import { InativarUsuario } from './casos-de-uso/inativar-usuario.js';
import { ReativarUsuario } from './casos-de-uso/reativar-usuario.js';
import { UsuarioComBloqueio, UsuarioResposta } from './persistencia/ler-usuario.js';
import { ConsultaDeUsuarios, ListarUsuarios } from './casos-de-uso/listar-usuarios.js';
import { ObterUsuario } from './casos-de-uso/obter-usuario.js';

/** A user, as every route on one declares it. */
const UM = { acesso: ['ADMIN'], responde: UsuarioResposta, versao: 'usuarios' } as const;

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
  @Rota({ ...UM, responde: UsuarioComBloqueio, resumo: 'Mostra um usuário', erros: [404] })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterUsuario(id));
  }

  @Patch(':id')
  @Rota({
    ...UM,
    resumo: 'Altera um usuário',
    descricao:
      'Só muda o que for enviado; `papeis` substitui a lista inteira: os tokens de antes deixam de valer, e renovados já trazem a nova. ' +
      'Quem se cadastrou sozinho e passa à equipe escolhe outra senha, com o código que vai ao seu e-mail.',
    erros: [404, 409, 422],
  })
  alterar(
    @IdDaRota('id', { exemplo: 5 }) id: number,
    @Body() dados: AlteracaoDeUsuario,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new AlterarUsuario(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    ...UM,
    resumo: 'Impede um usuário de entrar',
    descricao: 'O último administrador em uso não pode ser inativado.',
    erros: [404, 409, 422],
  })
  inativar(
    @IdDaRota('id', { exemplo: 6 }) id: number,
    @Body() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarUsuario(id, dados, autor));
  }

  @Delete(':id')
  @Rota({ ...UM, resumo: 'Impede um usuário de entrar (o mesmo que inativar)', erros: [404, 409] })
  excluir(
    @IdDaRota('id', { exemplo: 7 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarUsuario(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({ ...UM, resumo: 'Deixa um usuário entrar de novo', erros: [404, 409] })
  reativar(@IdDaRota('id', { exemplo: 6 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarUsuario(id, autor));
  }
}
