import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AdmitirPaciente, DadosDaAdmissao } from './casos-de-uso/admitir-paciente.js';
import { AlteracaoDaInternacao, AlterarInternacao } from './casos-de-uso/alterar-internacao.js';
import { CancelarInternacao } from './casos-de-uso/cancelar-internacao.js';
import { DadosDaInternacao, InternarPaciente } from './casos-de-uso/internar-paciente.js';
import { ConsultaDeInternacoes, ListarInternacoes } from './casos-de-uso/listar-internacoes.js';
import { ListarMovimentacoes, MovimentacaoResposta } from './casos-de-uso/listar-movimentacoes.js';
import { InternacaoResposta, ObterInternacao } from './casos-de-uso/obter-internacao.js';
import { RecusarSolicitacao } from './casos-de-uso/recusar-solicitacao.js';
import { RegistrarEstadiaPassada } from './casos-de-uso/registrar-estadia-passada.js';
import { DadosDaTransferencia, TransferirPaciente } from './casos-de-uso/transferir-paciente.js';
import { DadosDoMotivo } from './dados-de-comando.js';
import { ASSISTENCIA, CANCELAMENTO, LEITURA_DE_ESTADIAS, REGULACAO } from './perfis.js';

const responde = InternacaoResposta;
const versao = 'internacoes';
const alvo = 'internacao';
const comando = { responde, versao, alvo, erros: [404, 409, 422] as const };

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
      'Se o paciente esperava por um leito, o pedido dele é atendido: a resposta é a mesma internação, agora ' +
      'INTERNADA. Com `alta` (e, se houve, `transferencias`), registra de uma vez uma internação que já acabou, em ' +
      'qualquer ponto do passado em que nem o paciente nem os leitos estivessem ocupados.',
    acesso: ASSISTENCIA,
    alvo,
    responde,
    forma: 'criado',
    erros: [404, 409, 422],
  })
  internar(@Body() dados: DadosDaInternacao, @AutorAtual() autor: Autor) {
    const { alta } = dados;
    return this.comandos.execute(
      alta ? new RegistrarEstadiaPassada({ ...dados, alta }, autor) : new InternarPaciente(dados, autor),
    );
  }

  @Get()
  @Rota({
    resumo: 'Lista as internações, da mais recente à mais antiga',
    acesso: LEITURA_DE_ESTADIAS,
    alvo,
    responde,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeInternacoes, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarInternacoes(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra uma internação',
    acesso: LEITURA_DE_ESTADIAS,
    alvo,
    responde,
    versao,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterInternacao(id));
  }

  @Get(':id/movimentacoes')
  @Rota({
    resumo: 'Conta a história de uma internação',
    acesso: LEITURA_DE_ESTADIAS,
    alvo,
    responde: MovimentacaoResposta,
    forma: 'lista',
    erros: [404],
  })
  movimentacoes(@IdDaRota() id: number, @Query() consulta: ConsultaDeLista) {
    return this.consultas.execute(new ListarMovimentacoes(id, consulta));
  }

  @Patch(':id')
  @Rota({ ...comando, resumo: 'Corrige os dados de uma internação que não acabou', acesso: ASSISTENCIA })
  alterar(
    @IdDaRota('id', { exemplo: 4 }) id: number,
    @Body() dados: AlteracaoDaInternacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new AlterarInternacao(id, dados, autor));
  }

  @Post(':id/transferir')
  @Rota({ ...comando, resumo: 'Transfere o paciente para outro leito', acesso: ASSISTENCIA })
  transferir(@IdDaRota() id: number, @Body() dados: DadosDaTransferencia, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new TransferirPaciente(id, dados, autor));
  }

  @Post(':id/admitir')
  @Rota({ ...comando, resumo: 'Admite em um leito o paciente que esperava', acesso: ASSISTENCIA })
  admitir(
    @IdDaRota('id', { exemplo: 4 }) id: number,
    @Body() dados: DadosDaAdmissao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new AdmitirPaciente(id, dados, autor));
  }

  @Post(':id/recusar')
  @Rota({ ...comando, resumo: 'Recusa um pedido de leito', acesso: REGULACAO })
  recusar(
    @IdDaRota('id', { exemplo: 4 }) id: number,
    @Body() dados: DadosDoMotivo,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new RecusarSolicitacao(id, dados, autor));
  }

  @Post(':id/cancelar')
  @Rota({
    ...comando,
    resumo: 'Cancela um pedido de leito, ou uma internação registrada por engano',
    descricao:
      'A internação cancelada deixa de valer, com as suas ocupações: o leito é desocupado e a conta, encerrada sem cobrança.',
    acesso: CANCELAMENTO,
  })
  cancelar(
    @IdDaRota('id', { exemplo: 6 }) id: number,
    @Body() dados: DadosDoMotivo,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new CancelarInternacao(id, dados, autor));
  }
}
