import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AbrirPedido, DadosDoPedido } from './casos-de-uso/abrir-pedido.js';
import { AtenderPedido, DadosDaResposta } from './casos-de-uso/atender-pedido.js';
import { ConsultaDePedidos, ListarPedidos } from './casos-de-uso/listar-pedidos.js';
import { ObterPedido, PedidoResposta } from './casos-de-uso/obter-pedido.js';
import { DadosDaRecusa, RecusarPedido } from './casos-de-uso/recusar-pedido.js';

const responde = PedidoResposta;
const versao = 'pedidos_de_privacidade';
const alvo = 'pedido-de-privacidade';
const auditoria = { registro: alvo };
const LEITURA: Papel[] = ['PACIENTE', 'RECEPCAO', 'AUDITOR'];

/** What a person asks about the own data (LGPD, art. 18). */
@ApiTags('Privacidade')
@Controller('privacidade/pedidos')
export class PedidosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Registra um pedido da pessoa sobre os seus dados',
    descricao:
      'O paciente pede por si; a recepção, em nome dele. A resposta vem em até 15 dias (LGPD, art. 19, II). O pedido de ' +
      'eliminação é respondido na hora: a lei manda guardar o prontuário por 20 anos, e a resposta diz até quando, e o ' +
      'que se pode pedir em vez dela. Uma cópia de tudo não espera: `GET /v1/pacientes/{id}/exportacao`.',
    acesso: ['PACIENTE', 'RECEPCAO'],
    alvo,
    responde,
    forma: 'criado',
    auditoria,
    erros: [404, 422],
  })
  abrir(@Body() dados: DadosDoPedido, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AbrirPedido(dados, autor));
  }

  @Get()
  @Rota({
    resumo: 'Lista pedidos, do mais novo ao mais antigo',
    descricao: 'O paciente vê só os seus.',
    acesso: LEITURA,
    alvo,
    responde,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDePedidos, @AutorAtual() autor: Autor) {
    return this.consultas.execute(new ListarPedidos(consulta, autor));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um pedido e a sua resposta',
    acesso: LEITURA,
    alvo,
    responde,
    versao,
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterPedido(id));
  }

  @Post(':id/atender')
  @Rota({
    resumo: 'Responde a um pedido, atendendo-o',
    descricao:
      'A recepção responde só a pedidos de correção; a correção mesma se faz no cadastro (`PATCH /v1/pacientes/{id}`). ' +
      'Quem tem e-mail recebe o aviso de que há resposta, sem o seu conteúdo.',
    acesso: ['RECEPCAO'],
    alvo,
    responde,
    versao,
    auditoria,
    erros: [404, 409, 422],
  })
  atender(@IdDaRota() id: number, @Body() dados: DadosDaResposta, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AtenderPedido(id, dados, autor));
  }

  @Post(':id/recusar')
  @Rota({
    resumo: 'Responde a um pedido, recusando-o com o fundamento',
    descricao: 'A recepção responde só a pedidos de correção.',
    acesso: ['RECEPCAO'],
    alvo,
    responde,
    versao,
    auditoria,
    erros: [404, 409, 422],
  })
  recusar(@IdDaRota() id: number, @Body() dados: DadosDaRecusa, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new RecusarPedido(id, dados, autor));
  }
}
