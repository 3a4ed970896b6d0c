import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConsultaDeLista } from '../../plataforma/http/pagina.js';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { EmitirLancamento } from './casos-de-uso/emitir-lancamento.js';
import { DadosDoEstorno, EstornarLancamento } from './casos-de-uso/estornar-lancamento.js';
import { ListarHistoricoDoLancamento, PassoResposta } from './casos-de-uso/listar-historico-do-lancamento.js';
import { ConsultaDeLancamentos, ListarLancamentos } from './casos-de-uso/listar-lancamentos.js';
import { ObterLancamento } from './casos-de-uso/obter-lancamento.js';
import { LancamentoResposta } from './lancamento-resposta.js';

const FINANCEIRO: readonly Papel[] = ['FATURAMENTO', 'GESTAO'];
/** A patient sees what he is charged. */
const COM_O_PACIENTE: readonly Papel[] = [...FINANCEIRO, 'PACIENTE'];
const alvo = 'lancamento';
const responde = LancamentoResposta;
const versao = 'lancamentos';

@ApiTags('Financeiro')
@Controller('financeiro/lancamentos')
export class LancamentosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista os lançamentos, do mais novo ao mais antigo',
    descricao:
      'Sem `inclusiveEstornados`, só os que valem: um lançamento final por internação encerrada. Na ordem do ' +
      'vencimento, os rascunhos, que ainda não têm um, ficam de fora.',
    acesso: COM_O_PACIENTE,
    alvo,
    responde,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeLancamentos, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarLancamentos(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um lançamento com suas linhas',
    acesso: COM_O_PACIENTE,
    alvo,
    responde,
    versao,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterLancamento(id));
  }

  @Get(':id/historico')
  @Rota({
    resumo: 'Conta a história de um lançamento',
    descricao: 'A soma dos valores dos passos é o que o lançamento cobra.',
    acesso: FINANCEIRO,
    responde: PassoResposta,
    forma: 'lista',
    erros: [404],
  })
  historico(@IdDaRota() id: number, @Query() consulta: ConsultaDeLista) {
    return this.consultas.execute(new ListarHistoricoDoLancamento(id, consulta));
  }

  @Post(':id/emitir')
  @Rota({
    resumo: 'Emite um rascunho pelos preços de agora',
    descricao:
      'As linhas e o pagador são apurados de novo e congelados, e o vencimento é calculado a partir de hoje. ' +
      'Enquanto faltar um preço, a recusa diz de quê.',
    acesso: FINANCEIRO,
    responde,
    versao,
    erros: [404, 409],
  })
  emitir(@IdDaRota('id', { exemplo: 2 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new EmitirLancamento(id, autor));
  }

  @Post(':id/estornar')
  @Rota({
    resumo: 'Estorna um lançamento por uma contrapartida',
    descricao:
      'O lançamento fica, e deixa de valer. Se era o final de uma internação encerrada, outro o substitui na mesma ' +
      'hora, com o pagador e os preços de agora (`substituidoPor`). Quem emitiu não pode estornar (403).',
    acesso: FINANCEIRO,
    responde,
    versao,
    erros: [404, 409, 422],
  })
  estornar(@IdDaRota() id: number, @Body() dados: DadosDoEstorno, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new EstornarLancamento(id, dados, autor));
  }
}
