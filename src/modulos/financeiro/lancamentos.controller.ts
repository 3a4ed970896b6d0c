import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Papel } from '../../plataforma/seguranca/autor.js';
import { ConsultaDeLancamentos, ListarLancamentos } from './casos-de-uso/listar-lancamentos.js';
import { LancamentoResposta, ObterLancamento } from './casos-de-uso/obter-lancamento.js';

const FINANCEIRO: readonly Papel[] = ['FATURAMENTO', 'GESTAO'];

@ApiTags('Financeiro')
@Controller('financeiro/lancamentos')
export class LancamentosController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista os lançamentos, do mais novo ao mais antigo',
    descricao: 'Sem `inclusiveEstornados`, só os que valem: um lançamento final por internação encerrada.',
    acesso: FINANCEIRO,
    responde: LancamentoResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeLancamentos) {
    return this.consultas.execute(new ListarLancamentos(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um lançamento com suas linhas',
    acesso: FINANCEIRO,
    responde: LancamentoResposta,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterLancamento(id));
  }
}
