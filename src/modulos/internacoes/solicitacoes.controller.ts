import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { ConsultaDaFila, ListarSolicitacoes, SolicitacaoNaFila } from './casos-de-uso/listar-solicitacoes.js';
import { InternacaoResposta } from './casos-de-uso/obter-internacao.js';
import { ObterSolicitacao } from './casos-de-uso/obter-solicitacao.js';
import { RecusarSolicitacao } from './casos-de-uso/recusar-solicitacao.js';
import { DadosDaSolicitacao, SolicitarInternacao } from './casos-de-uso/solicitar-internacao.js';
import { DadosDoMotivo } from './dados-de-comando.js';
import { ASSISTENCIA, LEITURA, REGULACAO } from './perfis.js';

const responde = InternacaoResposta;
const versao = 'internacoes';
const alvo = 'internacao';

/** The waiting list. A request is a stay that has not begun: it keeps its id when the patient is admitted. */
@ApiTags('Internações')
@Controller('internacoes/solicitacoes')
export class SolicitacoesController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Pede um leito para um paciente, que passa a esperar por ele',
    descricao:
      'O pedido já é a internação, em SOLICITADA, e guarda o mesmo identificador até o fim. Um paciente espera uma vez só, e não ' +
      'espera enquanto está internado. Para admiti-lo: `POST /v1/internacoes/{id}/admitir`.',
    acesso: ASSISTENCIA,
    alvo,
    responde,
    forma: 'criado',
    auditoria: { registro: 'internacao' },
    erros: [404, 409, 422],
  })
  solicitar(@Body() dados: DadosDaSolicitacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new SolicitarInternacao(dados, autor));
  }

  @Get()
  @Rota({
    resumo: 'Lista quem espera por um leito',
    descricao:
      'Por prioridade (EMERGENCIA, URGENTE, PRIORITARIA, ELETIVA) e, na mesma prioridade, por ordem de chegada.',
    acesso: LEITURA,
    alvo,
    responde: SolicitacaoNaFila,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDaFila, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarSolicitacoes(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra a internação que foi pedida, em que deu o pedido',
    acesso: LEITURA,
    alvo,
    responde,
    versao,
    erros: [404],
  })
  obter(@IdDaRota('id', { exemplo: 4 }) id: number) {
    return this.consultas.execute(new ObterSolicitacao(id));
  }

  @Post(':id/recusar')
  @Rota({
    resumo: 'Recusa um pedido de leito (o mesmo que /v1/internacoes/{id}/recusar)',
    acesso: REGULACAO,
    alvo,
    responde,
    versao,
    auditoria: { registro: 'internacao' },
    erros: [404, 409, 422],
  })
  recusar(
    @IdDaRota('id', { exemplo: 4 }) id: number,
    @Body() dados: DadosDoMotivo,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new RecusarSolicitacao(id, dados, autor));
  }
}
