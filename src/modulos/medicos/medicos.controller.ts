import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoMedico, AlterarMedico } from './casos-de-uso/alterar-medico.js';
import { CadastrarMedico, DadosDoMedico } from './casos-de-uso/cadastrar-medico.js';
import { InativarMedico } from './casos-de-uso/inativar-medico.js';
import { DadosDaInscricao, InscreverMedico } from './casos-de-uso/inscrever-medico.js';
import { ConsultaDeMedicos, ListarMedicos } from './casos-de-uso/listar-medicos.js';
import { MedicoComAvisos, MedicoResposta, ObterMedico } from './casos-de-uso/obter-medico.js';
import { ReativarMedico } from './casos-de-uso/reativar-medico.js';

const LEEM: Papel[] = ['GESTAO', 'RECEPCAO', 'ENFERMAGEM', 'MEDICO', 'FATURAMENTO'];
const ESCREVEM: Papel[] = ['GESTAO'];

@ApiTags('Médicos')
@Controller('medicos')
export class MedicosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista os médicos e demais profissionais',
    acesso: LEEM,
    alvo: 'livre',
    responde: MedicoResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeMedicos) {
    return this.consultas.execute(new ListarMedicos(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um médico',
    acesso: LEEM,
    alvo: 'livre',
    responde: MedicoResposta,
    versao: 'medicos',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterMedico(id));
  }

  @Post()
  @Rota({
    resumo: 'Cadastra um médico',
    descricao:
      'Quem tem o mesmo nome de outro médico em uso é cadastrado assim mesmo, e o outro vem em `avisos`.',
    acesso: ESCREVEM,
    responde: MedicoComAvisos,
    forma: 'criado',
    erros: [409, 422],
  })
  cadastrar(@Body() dados: DadosDoMedico, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarMedico(dados, autor));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Altera um médico',
    descricao:
      'Só muda o que for enviado; null limpa um campo opcional; `especialidadeIds` substitui a lista inteira; conselho, número e UF corrigem a inscrição principal.',
    acesso: ESCREVEM,
    responde: MedicoComAvisos,
    versao: 'medicos',
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDoMedico, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarMedico(id, dados, autor));
  }

  @Post(':id/registros')
  @Rota({
    resumo: 'Acrescenta uma inscrição em conselho',
    acesso: ESCREVEM,
    responde: MedicoResposta,
    versao: 'medicos',
    erros: [404, 409, 422],
  })
  inscrever(@IdDaRota() id: number, @Body() dados: DadosDaInscricao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InscreverMedico(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Tira um médico de uso',
    acesso: ESCREVEM,
    responde: MedicoResposta,
    versao: 'medicos',
    erros: [404, 409, 422],
  })
  inativar(@IdDaRota() id: number, @Body() dados: MotivoDaInativacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InativarMedico(id, dados, autor));
  }

  @Delete(':id')
  @Rota({
    resumo: 'Tira um médico de uso (o mesmo que inativar)',
    acesso: ESCREVEM,
    responde: MedicoResposta,
    versao: 'medicos',
    erros: [404, 409],
  })
  excluir(
    @IdDaRota('id', { exemplo: 2 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarMedico(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Devolve um médico ao uso',
    acesso: ESCREVEM,
    responde: MedicoResposta,
    versao: 'medicos',
    erros: [404, 409],
  })
  reativar(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarMedico(id, autor));
  }
}
