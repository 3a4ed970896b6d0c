import { Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { CancelarPlano } from './casos-de-uso/cancelar-plano.js';
import { ConsultaDePlanos, ListarPlanos } from './casos-de-uso/listar-planos.js';
import { ObterPlano, PlanoResposta } from './casos-de-uso/obter-plano.js';
import { EQUIPE, RESERVA } from './perfis.js';

@ApiTags('Leitos')
@Controller('leitos/:id/planos')
export class PlanosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista o que está planejado para um leito, do último ao primeiro',
    descricao:
      '`reservar`, `bloquear` e `manutencao` com `em` no futuro deixam um plano, aplicado quando chega a hora, ou quando o leito puder.',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: PlanoResposta,
    forma: 'lista',
    erros: [404],
  })
  listar(@IdDaRota() id: number, @Query() consulta: ConsultaDePlanos) {
    return this.consultas.execute(new ListarPlanos(id, consulta));
  }

  @Get(':planoId')
  @Rota({ resumo: 'Mostra um plano', acesso: EQUIPE, alvo: 'livre', responde: PlanoResposta, erros: [404] })
  obter(@IdDaRota() id: number, @IdDaRota('planoId') planoId: number) {
    return this.consultas.execute(new ObterPlano(id, planoId));
  }

  @Post(':planoId/cancelar')
  @Rota({
    resumo: 'Desiste de um plano pendente',
    descricao: 'O de um bloqueio ou de uma manutenção, só quem pode bloquear.',
    acesso: RESERVA,
    alvo: 'livre',
    responde: PlanoResposta,
    auditoria: { registro: 'plano-do-leito' },
    erros: [404, 409],
  })
  cancelar(@IdDaRota() id: number, @IdDaRota('planoId') planoId: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CancelarPlano(id, planoId, autor));
  }
}
