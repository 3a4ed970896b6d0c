import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoPaciente, AlterarPaciente } from './casos-de-uso/alterar-paciente.js';
import { CadastrarPaciente, DadosDoPaciente, PacienteCadastrado } from './casos-de-uso/cadastrar-paciente.js';
import { InativarPaciente } from './casos-de-uso/inativar-paciente.js';
import { ConsultaDePacientes, ListarPacientes } from './casos-de-uso/listar-pacientes.js';
import { ObterPaciente, PacienteResposta } from './casos-de-uso/obter-paciente.js';
import { ReativarPaciente } from './casos-de-uso/reativar-paciente.js';

const QUEM: Papel[] = ['RECEPCAO', 'ENFERMAGEM', 'MEDICO'];

@ApiTags('Pacientes')
@Controller('pacientes')
export class PacientesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Procura pacientes por nome, CPF ou CNS',
    acesso: QUEM,
    responde: PacienteResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDePacientes) {
    return this.consultas.execute(new ListarPacientes(consulta));
  }

  @Get(':id')
  @Rota({ resumo: 'Mostra um paciente', acesso: QUEM, responde: PacienteResposta, erros: [404] })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterPaciente(id));
  }

  @Post()
  @Rota({
    resumo: 'Cadastra um paciente',
    descricao:
      'Mesmo nome e mesma data de nascimento de outro cadastro não impedem: a resposta traz um item em `avisos`.',
    acesso: QUEM,
    responde: PacienteCadastrado,
    forma: 'criado',
    erros: [409, 422],
  })
  cadastrar(@Body() dados: DadosDoPaciente, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarPaciente(dados, autor));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Altera um paciente',
    descricao:
      'Só muda o que for enviado; null limpa um campo opcional; `alergias` substitui a lista inteira; um `endereco` diferente passa a ser o atual, e o anterior fica no histórico.',
    acesso: QUEM,
    responde: PacienteResposta,
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDoPaciente, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarPaciente(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Tira um cadastro de paciente de uso',
    acesso: QUEM,
    responde: PacienteResposta,
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
    responde: PacienteResposta,
    erros: [404, 409],
  })
  excluir(@IdDaRota() id: number, @Query() dados: MotivoDaInativacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InativarPaciente(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Devolve um cadastro de paciente ao uso',
    acesso: QUEM,
    responde: PacienteResposta,
    erros: [404, 409],
  })
  reativar(@IdDaRota() id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarPaciente(id, autor));
  }
}
