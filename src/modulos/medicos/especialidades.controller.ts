import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import { ConsultaDeRegistros } from '../../plataforma/registros/listagem.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDaEspecialidade, AlterarEspecialidade } from './casos-de-uso/alterar-especialidade.js';
import { CadastrarEspecialidade, DadosDaEspecialidade } from './casos-de-uso/cadastrar-especialidade.js';
import { InativarEspecialidade } from './casos-de-uso/inativar-especialidade.js';
import { ListarEspecialidades } from './casos-de-uso/listar-especialidades.js';
import { EspecialidadeResposta, ObterEspecialidade } from './casos-de-uso/obter-especialidade.js';
import { ReativarEspecialidade } from './casos-de-uso/reativar-especialidade.js';

@ApiTags('Especialidades')
@Controller('especialidades')
export class EspecialidadesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista as especialidades',
    acesso: 'autenticado',
    alvo: 'livre',
    responde: EspecialidadeResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeRegistros) {
    return this.consultas.execute(new ListarEspecialidades(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra uma especialidade',
    acesso: 'autenticado',
    alvo: 'livre',
    responde: EspecialidadeResposta,
    versao: 'especialidades',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterEspecialidade(id));
  }

  @Post()
  @Rota({
    resumo: 'Cadastra uma especialidade',
    acesso: ['GESTAO'],
    responde: EspecialidadeResposta,
    forma: 'criado',
    erros: [409, 422],
  })
  cadastrar(@Body() dados: DadosDaEspecialidade, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarEspecialidade(dados, autor));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Renomeia uma especialidade',
    acesso: ['GESTAO'],
    responde: EspecialidadeResposta,
    versao: 'especialidades',
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDaEspecialidade, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarEspecialidade(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Tira uma especialidade de uso',
    acesso: ['GESTAO'],
    responde: EspecialidadeResposta,
    versao: 'especialidades',
    erros: [404, 409, 422],
  })
  inativar(@IdDaRota() id: number, @Body() dados: MotivoDaInativacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InativarEspecialidade(id, dados, autor));
  }

  @Delete(':id')
  @Rota({
    resumo: 'Tira uma especialidade de uso (o mesmo que inativar)',
    acesso: ['GESTAO'],
    responde: EspecialidadeResposta,
    versao: 'especialidades',
    erros: [404, 409],
  })
  excluir(
    @IdDaRota('id', { exemplo: 2 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarEspecialidade(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Devolve uma especialidade ao uso',
    acesso: ['GESTAO'],
    responde: EspecialidadeResposta,
    versao: 'especialidades',
    erros: [404, 409],
  })
  reativar(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarEspecialidade(id, autor));
  }
}
