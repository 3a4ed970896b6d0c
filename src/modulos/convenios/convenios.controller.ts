import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoConvenio, AlterarConvenio } from './casos-de-uso/alterar-convenio.js';
import { CadastrarConvenio, DadosDoConvenio } from './casos-de-uso/cadastrar-convenio.js';
import { InativarConvenio } from './casos-de-uso/inativar-convenio.js';
import { ConsultaDeConvenios, ListarConvenios } from './casos-de-uso/listar-convenios.js';
import { ConvenioResposta, ObterConvenio } from './casos-de-uso/obter-convenio.js';
import { ReativarConvenio } from './casos-de-uso/reativar-convenio.js';

const LEEM: Papel[] = ['GESTAO', 'RECEPCAO', 'ENFERMAGEM', 'MEDICO', 'FATURAMENTO'];
const ESCREVEM: Papel[] = ['GESTAO'];

@ApiTags('Convênios')
@Controller('convenios')
export class ConveniosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista os convênios',
    acesso: LEEM,
    alvo: 'livre',
    responde: ConvenioResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeConvenios) {
    return this.consultas.execute(new ListarConvenios(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um convênio',
    acesso: LEEM,
    alvo: 'livre',
    responde: ConvenioResposta,
    versao: 'convenios',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterConvenio(id));
  }

  @Post()
  @Rota({
    resumo: 'Cadastra um convênio',
    acesso: ESCREVEM,
    responde: ConvenioResposta,
    forma: 'criado',
    erros: [409, 422],
  })
  cadastrar(@Body() dados: DadosDoConvenio, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarConvenio(dados, autor));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Altera um convênio',
    descricao:
      'Só muda o que for enviado; null limpa um campo opcional; `diarias` substitui a tabela de preços inteira.',
    acesso: ESCREVEM,
    responde: ConvenioResposta,
    versao: 'convenios',
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDoConvenio, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarConvenio(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Tira um convênio de uso',
    acesso: ESCREVEM,
    responde: ConvenioResposta,
    versao: 'convenios',
    erros: [404, 409, 422],
  })
  inativar(
    @IdDaRota('id', { exemplo: 6 }) id: number,
    @Body() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarConvenio(id, dados, autor));
  }

  @Delete(':id')
  @Rota({
    resumo: 'Tira um convênio de uso (o mesmo que inativar)',
    acesso: ESCREVEM,
    responde: ConvenioResposta,
    versao: 'convenios',
    erros: [404, 409],
  })
  excluir(
    @IdDaRota('id', { exemplo: 5 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarConvenio(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Devolve um convênio ao uso',
    acesso: ESCREVEM,
    responde: ConvenioResposta,
    versao: 'convenios',
    erros: [404, 409],
  })
  reativar(@IdDaRota('id', { exemplo: 7 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarConvenio(id, autor));
  }
}
