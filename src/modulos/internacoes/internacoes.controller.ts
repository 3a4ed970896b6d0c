import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDaInternacao, AlterarInternacao } from './casos-de-uso/alterar-internacao.js';
import { ConcederAlta, DadosDaAlta } from './casos-de-uso/conceder-alta.js';
import { DadosDaInternacao, InternarPaciente } from './casos-de-uso/internar-paciente.js';
import { ConsultaDeInternacoes, ListarInternacoes } from './casos-de-uso/listar-internacoes.js';
import { ListarMovimentacoes, MovimentacaoResposta } from './casos-de-uso/listar-movimentacoes.js';
import { InternacaoResposta, ObterInternacao } from './casos-de-uso/obter-internacao.js';
import { DadosDaTransferencia, TransferirPaciente } from './casos-de-uso/transferir-paciente.js';

const LEITURA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'FATURAMENTO', 'GESTAO'];
const ASSISTENCIA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO'];
const responde = InternacaoResposta;

@ApiTags('Internações')
@Controller('internacoes')
export class InternacoesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Interna um paciente em um leito',
    descricao:
      'Toda internação começa em aberto, sem saída. Por isso o histórico (com `admitidaEm` no passado) deve ser ' +
      'lançado em ordem cronológica, por leito e por paciente: interne, transfira e dê alta, e só então lance a ' +
      'internação seguinte.',
    acesso: ASSISTENCIA,
    responde,
    forma: 'criado',
    erros: [409, 422],
  })
  internar(@Body() dados: DadosDaInternacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new InternarPaciente(dados, autor));
  }

  @Get()
  @Rota({
    resumo: 'Lista as internações, da mais recente à mais antiga',
    acesso: LEITURA,
    responde,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeInternacoes) {
    return this.consultas.execute(new ListarInternacoes(consulta));
  }

  @Get(':id')
  @Rota({ resumo: 'Mostra uma internação', acesso: LEITURA, responde, erros: [404] })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterInternacao(id));
  }

  @Get(':id/movimentacoes')
  @Rota({
    resumo: 'Conta a história de uma internação',
    acesso: LEITURA,
    responde: MovimentacaoResposta,
    forma: 'lista',
    erros: [404],
  })
  movimentacoes(@IdDaRota() id: number, @Query() consulta: ConsultaDeLista) {
    return this.consultas.execute(new ListarMovimentacoes(id, consulta));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Corrige os dados de uma internação em curso',
    acesso: ASSISTENCIA,
    responde,
    erros: [404, 409, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDaInternacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarInternacao(id, dados, autor));
  }

  @Post(':id/transferir')
  @Rota({
    resumo: 'Transfere o paciente para outro leito',
    acesso: ASSISTENCIA,
    responde,
    erros: [404, 409, 422],
  })
  transferir(@IdDaRota() id: number, @Body() dados: DadosDaTransferencia, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new TransferirPaciente(id, dados, autor));
  }

  @Post(':id/alta')
  @Rota({
    resumo: 'Dá alta: encerra a internação e desocupa o leito',
    descricao: 'O lançamento da conta é criado logo em seguida.',
    acesso: ['MEDICO', 'ENFERMAGEM'],
    responde,
    erros: [404, 409, 422],
  })
  alta(@IdDaRota() id: number, @Body() dados: DadosDaAlta, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ConcederAlta(id, dados, autor));
  }
}
