import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoPaciente, AlterarPaciente } from './casos-de-uso/alterar-paciente.js';
import { CadastrarPaciente, DadosDoPaciente } from './casos-de-uso/cadastrar-paciente.js';
import { InativarPaciente } from './casos-de-uso/inativar-paciente.js';
import { ConsultaDePacientes, ListarPacientes } from './casos-de-uso/listar-pacientes.js';
import {
  AvisoDePaciente,
  ListarPossiveisDuplicados,
  PacienteComAvisos,
} from './casos-de-uso/listar-possiveis-duplicados.js';
import { ObterPaciente, PacienteResposta } from './casos-de-uso/obter-paciente.js';
import { ReativarPaciente } from './casos-de-uso/reativar-paciente.js';

const QUEM: readonly Papel[] = ['RECEPCAO', 'ENFERMAGEM', 'MEDICO'];
const PROCURA: readonly Papel[] = [...QUEM, 'FARMACIA'];
/** A patient reads his own record, and corrects how he is to be reached. */
const COM_O_PACIENTE: readonly Papel[] = [...QUEM, 'PACIENTE'];
const LEEM: readonly Papel[] = [...PROCURA, 'PACIENTE'];
const alvo = 'paciente';

@ApiTags('Pacientes')
@Controller('pacientes')
export class PacientesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Procura pacientes por nome, documento, nascimento, telefone ou convênio',
    acesso: PROCURA,
    alvo,
    responde: PacienteResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDePacientes, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarPacientes(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um paciente',
    acesso: LEEM,
    alvo,
    responde: PacienteResposta,
    versao: 'pacientes',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterPaciente(id));
  }

  @Get(':id/possiveis-duplicados')
  @Rota({
    resumo: 'Lista outros cadastros que podem ser do mesmo paciente',
    acesso: QUEM,
    alvo,
    responde: AvisoDePaciente,
    forma: 'lista',
    erros: [404],
  })
  possiveisDuplicados(@IdDaRota() id: number) {
    return this.consultas.execute(new ListarPossiveisDuplicados(id));
  }

  @Post()
  @Rota({
    resumo: 'Cadastra um paciente',
    descricao:
      'Quem se parece com outro paciente em uso (mesmo nome e nascimento, mesma mãe e nascimento, mesmo telefone) é cadastrado assim mesmo, e vem em `avisos`.',
    acesso: QUEM,
    alvo,
    responde: PacienteComAvisos,
    forma: 'criado',
    erros: [404, 409, 422],
  })
  cadastrar(@Body() dados: DadosDoPaciente, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarPaciente(dados, autor));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Altera um paciente',
    descricao:
      'Só muda o que for enviado; null limpa um campo opcional; `alergias` substitui a lista inteira; um `endereco` diferente passa a ser o principal, e o anterior continua em uso; `endereco` nulo tira todos de uso. Com nome, nascimento, mãe ou telefone, `avisos` traz os cadastros parecidos. O próprio paciente muda só e-mail, telefone, nome social e contato de emergência.',
    acesso: COM_O_PACIENTE,
    alvo,
    responde: PacienteComAvisos,
    versao: 'pacientes',
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDoPaciente, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarPaciente(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Tira um cadastro de paciente de uso',
    acesso: QUEM,
    alvo,
    responde: PacienteResposta,
    versao: 'pacientes',
    erros: [404, 409, 422],
  })
  inativar(@IdDaRota() id: number, @Body() dados: MotivoDaInativacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InativarPaciente(id, dados, autor));
  }

  @Delete(':id')
  @Rota({
    resumo: 'Tira um cadastro de paciente de uso (o mesmo que inativar)',
    descricao: 'Nada é apagado: prontuários são guardados por ao menos 20 anos (Lei 13.787/2018).',
    acesso: QUEM,
    alvo,
    responde: PacienteResposta,
    versao: 'pacientes',
    erros: [404, 409],
  })
  excluir(
    @IdDaRota('id', { exemplo: 10 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarPaciente(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Devolve um cadastro de paciente ao uso',
    acesso: QUEM,
    alvo,
    responde: PacienteResposta,
    versao: 'pacientes',
    erros: [404, 409],
  })
  reativar(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarPaciente(id, autor));
  }
}
