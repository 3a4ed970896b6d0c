import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoLeito, AlterarLeito } from './casos-de-uso/alterar-leito.js';
import { BloquearLeito } from './casos-de-uso/bloquear-leito.js';
import { CancelarReserva } from './casos-de-uso/cancelar-reserva.js';
import { ConcluirLimpeza } from './casos-de-uso/concluir-limpeza.js';
import { ConcluirManutencao } from './casos-de-uso/concluir-manutencao.js';
import { CadastrarLeito, DadosDoLeito } from './casos-de-uso/cadastrar-leito.js';
import { DesativarLeito } from './casos-de-uso/desativar-leito.js';
import { DesbloquearLeito } from './casos-de-uso/desbloquear-leito.js';
import { IniciarLimpeza } from './casos-de-uso/iniciar-limpeza.js';
import {
  ConsultaDoHistoricoDoLeito,
  ListarHistoricoDoLeito,
  TransicaoDoLeitoResposta,
} from './casos-de-uso/listar-historico-do-leito.js';
import { ConsultaDeLeitos, ListarLeitos } from './casos-de-uso/listar-leitos.js';
import { ConsultaDoMapa, MapaDeLeitos } from './casos-de-uso/mapa-de-leitos.js';
import { MapaResposta } from './mapa-resposta.js';
import { LeitoResposta, ObterLeito } from './casos-de-uso/obter-leito.js';
import { PorEmManutencao } from './casos-de-uso/por-em-manutencao.js';
import { ReativarLeito } from './casos-de-uso/reativar-leito.js';
import { ReservarLeito } from './casos-de-uso/reservar-leito.js';
import { DadosDeBloqueio, DadosDeComando } from './dados-de-comando.js';
import { BLOQUEIA, CADASTRA, EQUIPE, LIMPA, RESERVA } from './perfis.js';

const versao = 'leitos';
const COMANDO = { responde: LeitoResposta, versao, erros: [404, 409, 422] } as const;

@ApiTags('Leitos')
@Controller('leitos')
export class LeitosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Cadastra um leito',
    acesso: CADASTRA,
    responde: LeitoResposta,
    forma: 'criado',
    erros: [409, 422],
  })
  cadastrar(@Body() dados: DadosDoLeito, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarLeito(dados, autor));
  }

  @Get()
  @Rota({ resumo: 'Lista os leitos', acesso: EQUIPE, alvo: 'livre', responde: LeitoResposta, forma: 'lista' })
  listar(@Query() consulta: ConsultaDeLeitos) {
    return this.consultas.execute(new ListarLeitos(consulta));
  }

  @Get('mapa')
  @Rota({
    resumo: 'Mostra todos os leitos, por setor',
    descricao: 'Agora, ou como estavam em qualquer instante passado.',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: MapaResposta,
  })
  mapa(@Query() consulta: ConsultaDoMapa, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new MapaDeLeitos(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um leito',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: LeitoResposta,
    versao,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterLeito(id));
  }

  @Get(':id/historico')
  @Rota({
    resumo: 'Conta por que estados um leito passou, do último ao primeiro',
    descricao: 'E os períodos registrados depois de acabarem, e os anulados.',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: TransicaoDoLeitoResposta,
    forma: 'lista',
    erros: [404],
  })
  historico(@IdDaRota('id', { exemplo: 3 }) id: number, @Query() consulta: ConsultaDoHistoricoDoLeito) {
    return this.consultas.execute(new ListarHistoricoDoLeito(id, consulta));
  }

  @Patch(':id')
  @Rota({
    ...COMANDO,
    resumo: 'Altera o cadastro de um leito',
    descricao: 'O estado muda só pelos comandos.',
    acesso: CADASTRA,
  })
  alterar(
    @IdDaRota('id', { exemplo: 10 }) id: number,
    @Body() dados: AlteracaoDoLeito,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new AlterarLeito(id, dados, autor));
  }

  @Post(':id/reservar')
  @Rota({
    ...COMANDO,
    resumo: 'Reserva um leito livre',
    descricao: 'Um paciente tem uma reserva por vez. Com `em` no futuro, fica planejada: veja `planos`.',
    acesso: RESERVA,
    alvo: 'livre',
  })
  reservar(
    @IdDaRota('id', { exemplo: 10 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new ReservarLeito(id, dados, autor));
  }

  @Post(':id/cancelar-reserva')
  @Rota({ ...COMANDO, resumo: 'Cancela a reserva', acesso: RESERVA, alvo: 'livre' })
  cancelarReserva(
    @IdDaRota('id', { exemplo: 4 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new CancelarReserva(id, dados, autor));
  }

  @Post(':id/iniciar-limpeza')
  @Rota({ ...COMANDO, resumo: 'Inicia a limpeza', acesso: LIMPA, alvo: 'livre' })
  iniciarLimpeza(
    @IdDaRota('id', { exemplo: 5 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new IniciarLimpeza(id, dados, autor));
  }

  @Post(':id/concluir-limpeza')
  @Rota({ ...COMANDO, resumo: 'Conclui a limpeza: o leito fica livre', acesso: LIMPA, alvo: 'livre' })
  concluirLimpeza(
    @IdDaRota('id', { exemplo: 6 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new ConcluirLimpeza(id, dados, autor));
  }

  @Post(':id/bloquear')
  @Rota({
    ...COMANDO,
    resumo: 'Bloqueia um leito, planeja bloqueá-lo, ou registra um bloqueio passado',
    descricao: 'Com `em` no futuro, fica planejado: veja `planos`.',
    acesso: BLOQUEIA,
    alvo: 'livre',
  })
  bloquear(
    @IdDaRota('id', { exemplo: 6 }) id: number,
    @Body() dados: DadosDeBloqueio,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new BloquearLeito(id, dados, autor));
  }

  @Post(':id/desbloquear')
  @Rota({ ...COMANDO, resumo: 'Encerra o bloqueio', acesso: BLOQUEIA, alvo: 'livre' })
  desbloquear(
    @IdDaRota('id', { exemplo: 7 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new DesbloquearLeito(id, dados, autor));
  }

  @Post(':id/manutencao')
  @Rota({
    ...COMANDO,
    resumo: 'Põe em manutenção',
    descricao:
      'Num leito ocupado, começa quando o paciente sair. Com `em` no futuro, fica planejada: veja `planos`.',
    acesso: BLOQUEIA,
    alvo: 'livre',
  })
  manutencao(
    @IdDaRota('id', { exemplo: 10 }) id: number,
    @Body() dados: DadosDeBloqueio,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new PorEmManutencao(id, dados, autor));
  }

  @Post(':id/concluir-manutencao')
  @Rota({
    ...COMANDO,
    resumo: 'Encerra a manutenção',
    descricao: 'Num leito ocupado, desiste da que espera o paciente sair; o leito continua ocupado.',
    acesso: BLOQUEIA,
    alvo: 'livre',
  })
  concluirManutencao(
    @IdDaRota('id', { exemplo: 8 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new ConcluirManutencao(id, dados, autor));
  }

  @Post(':id/desativar')
  @Rota({ ...COMANDO, resumo: 'Desativa um leito', acesso: CADASTRA })
  desativar(
    @IdDaRota('id', { exemplo: 10 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new DesativarLeito(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({ ...COMANDO, resumo: 'Reativa um leito, ou instala um que só estava planejado', acesso: CADASTRA })
  reativar(
    @IdDaRota('id', { exemplo: 9 }) id: number,
    @Body() dados: DadosDeComando,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new ReativarLeito(id, dados, autor));
  }
}
