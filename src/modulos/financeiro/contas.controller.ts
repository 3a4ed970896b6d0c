import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rota } from '../../plataforma/http/rota.js';
import type { Papel } from '../../plataforma/seguranca/autor.js';
import { ConsultaDeContas, ContaResposta, ListarContas } from './casos-de-uso/listar-contas.js';
import { ConsultaDePrevia, PreverConta, PreviaDaContaResposta } from './casos-de-uso/prever-conta.js';

const FINANCEIRO: readonly Papel[] = ['FATURAMENTO', 'GESTAO'];

@ApiTags('Financeiro')
@Controller('financeiro/contas')
export class ContasController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista as contas das internações',
    acesso: FINANCEIRO,
    responde: ContaResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeContas) {
    return this.consultas.execute(new ListarContas(consulta));
  }

  @Get('previa')
  @Rota({
    resumo: 'Mostra a conta de uma internação até agora',
    descricao: 'Com o paciente internado, o que ele deveria se saísse agora; depois da alta, a conta final.',
    acesso: FINANCEIRO,
    responde: PreviaDaContaResposta,
    erros: [404],
  })
  prever(@Query() { internacaoId }: ConsultaDePrevia) {
    return this.consultas.execute(new PreverConta(internacaoId));
  }
}
