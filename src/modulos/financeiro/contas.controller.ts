import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Papel } from '../../plataforma/seguranca/autor.js';
import { ConsultaDeContas, ListarContas } from './casos-de-uso/listar-contas.js';
import { ContaResposta, ObterConta } from './casos-de-uso/obter-conta.js';
import { ConsultaDePrevia, PreverConta, PreviaDaContaResposta } from './casos-de-uso/prever-conta.js';

const FINANCEIRO: readonly Papel[] = ['FATURAMENTO', 'GESTAO'];

@ApiTags('Financeiro')
@Controller('financeiro/contas')
export class ContasController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Lista as contas das internações, da mais nova à mais antiga',
    acesso: FINANCEIRO,
    responde: ContaResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeContas) {
    return this.consultas.execute(new ListarContas(consulta));
  }

  @Get('previa')
  @Rota({
    resumo: 'Mostra a conta de uma internação, até agora ou até o instante pedido',
    descricao:
      'Com o paciente internado, o que ele deveria se saísse agora, ou em `em`; depois da alta, a conta final, ou a ' +
      'que seria se tivesse saído em `em`. Enquanto o lançamento final é rascunho, o que ele cobraria pelos preços de agora.',
    acesso: FINANCEIRO,
    responde: PreviaDaContaResposta,
    erros: [404, 422],
  })
  prever(@Query() consulta: ConsultaDePrevia) {
    return this.consultas.execute(new PreverConta(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra uma conta',
    acesso: FINANCEIRO,
    responde: ContaResposta,
    versao: 'contas',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterConta(id));
  }
}
