import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { CancelarPrevisao, DadosDoCancelamentoDaPrevisao } from './casos-de-uso/cancelar-previsao.js';
import { ConcederAlta, DadosDaAlta } from './casos-de-uso/conceder-alta.js';
import { DadosDaAltaClinica, DarAltaClinica } from './casos-de-uso/dar-alta-clinica.js';
import {
  AltaPrevistaResposta,
  ConsultaDeAltasPrevistas,
  ListarAltasPrevistas,
} from './casos-de-uso/listar-altas-previstas.js';
import { InternacaoResposta } from './casos-de-uso/obter-internacao.js';
import { DadosDaPrevisao, PreverAlta } from './casos-de-uso/prever-alta.js';
import { ReabrirInternacao } from './casos-de-uso/reabrir-internacao.js';
import { DadosDaSaida, RegistrarSaida } from './casos-de-uso/registrar-saida.js';
import { DadosDoMotivo } from './dados-de-comando.js';
import { ALTA, ASSISTENCIA, LEITURA } from './perfis.js';

const alvo = 'internacao';
const comando = {
  responde: InternacaoResposta,
  versao: 'internacoes',
  alvo,
  erros: [404, 409, 422] as const,
};

/** The way out: foreseen, decided, done, at once or by steps; and undone. */
@ApiTags('Internações')
@Controller('internacoes')
export class AltasController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get('altas-previstas')
  @Rota({
    resumo: 'Lista quem está para sair, e o que falta para cada leito ficar vago',
    descricao: 'Primeiro quem deve sair primeiro. Sem previsão, conta o instante da alta clínica.',
    acesso: LEITURA,
    alvo,
    responde: AltaPrevistaResposta,
    forma: 'lista',
  })
  altasPrevistas(@Query() consulta: ConsultaDeAltasPrevistas, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarAltasPrevistas(consulta, autor));
  }

  @Post(':id/prever-alta')
  @Rota({ ...comando, resumo: 'Prevê a alta, ou muda a previsão', acesso: ALTA })
  preverAlta(@IdDaRota() id: number, @Body() dados: DadosDaPrevisao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new PreverAlta(id, dados, autor));
  }

  @Post(':id/cancelar-previsao')
  @Rota({ ...comando, resumo: 'Desiste da previsão de alta', acesso: ALTA })
  cancelarPrevisao(
    @IdDaRota('id', { exemplo: 2 }) id: number,
    @Body() dados: DadosDoCancelamentoDaPrevisao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new CancelarPrevisao(id, dados, autor));
  }

  @Post(':id/alta-clinica')
  @Rota({
    ...comando,
    resumo: 'Dá alta clínica: o paciente ainda ocupa o leito',
    descricao: 'Guarda o diagnóstico, o desfecho e o médico. O leito só fica vago em `saida`.',
    acesso: ALTA,
  })
  altaClinica(
    @IdDaRota('id', { exemplo: 2 }) id: number,
    @Body() dados: DadosDaAltaClinica,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new DarAltaClinica(id, dados, autor));
  }

  @Post(':id/saida')
  @Rota({
    ...comando,
    resumo: 'Registra a saída depois da alta clínica: encerra a internação e desocupa o leito',
    descricao: 'O lançamento da conta é criado logo em seguida.',
    acesso: ASSISTENCIA,
  })
  saida(@IdDaRota('id', { exemplo: 3 }) id: number, @Body() dados: DadosDaSaida, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new RegistrarSaida(id, dados, autor));
  }

  @Post(':id/alta')
  @Rota({
    ...comando,
    resumo: 'Dá alta de uma vez: encerra a internação e desocupa o leito',
    descricao:
      'O lançamento da conta é criado logo em seguida. Depois de uma alta clínica, vale o que se diz aqui.',
    acesso: ALTA,
  })
  alta(@IdDaRota() id: number, @Body() dados: DadosDaAlta, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ConcederAlta(id, dados, autor));
  }

  @Post(':id/reabrir')
  @Rota({
    ...comando,
    resumo: 'Desfaz a alta: a internação continua no mesmo leito',
    descricao:
      'Só dentro do prazo das políticas do hospital, com o leito ainda vago, a conta não paga e o paciente fora. ' +
      'O lançamento é estornado.',
    acesso: ['GESTAO'],
  })
  reabrir(
    @IdDaRota('id', { exemplo: 5 }) id: number,
    @Body() dados: DadosDoMotivo,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new ReabrirInternacao(id, dados, autor));
  }
}
