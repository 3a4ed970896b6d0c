import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtension, ApiTags } from '@nestjs/swagger';
import { EXTENSAO_DE_DADOS } from '../../plataforma/privacidade/dados-no-documento.js';
import { IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { DadosDoTitular, ExportarDados } from './casos-de-uso/exportar-dados.js';

/** The person takes everything along. */
@ApiTags('Privacidade')
@Controller('pacientes/:id/exportacao')
export class ExportacaoController {
  constructor(private readonly consultas: QueryBus) {}

  @Get()
  @Rota({
    resumo: 'Exporta tudo o que se guarda sobre um paciente, em um documento só',
    descricao:
      'Confirmação, acesso e portabilidade (LGPD, art. 18, I, II e V): cadastro, endereços e alergias, também os que ' +
      'deixaram de valer, internações, leitos, contas, avisos, acesso ao sistema e pedidos. Vem como arquivo, com os ' +
      'instantes em UTC e sem senhas. Cada exportação fica registrada.',
    acesso: ['PACIENTE'],
    alvo: 'paciente',
    responde: DadosDoTitular,
    erros: [404],
  })
  @ApiExtension(EXTENSAO_DE_DADOS, true)
  exportar(@IdDaRota() id: number) {
    return this.consultas.execute(new ExportarDados(id));
  }
}
