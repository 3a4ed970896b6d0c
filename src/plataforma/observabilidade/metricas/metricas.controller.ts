import { Controller, Get, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ambiente } from '../../../config/ambiente.js';
import { ErroDeDominio } from '../../erros/erro-de-dominio.js';
import { daPropriaMaquina } from '../../http/da-propria-maquina.js';
import { Rota } from '../../http/rota.js';
import { Metricas } from './metricas.js';

const FORMATO = 'text/plain; version=0.0.4; charset=utf-8';

@ApiTags('Operação')
@Controller({ path: 'metricas', version: VERSION_NEUTRAL })
export class MetricasController {
  constructor(
    private readonly ambiente: Ambiente,
    private readonly metricas: Metricas,
  ) {}

  @Get()
  @ApiOkResponse({
    description: 'As métricas, em texto.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @Rota({
    resumo: 'Métricas para o Prometheus',
    descricao: 'Só para a própria máquina, ou para todos com `METRICAS_ABERTAS=true`.',
    acesso: 'publico',
  })
  async obter(@Req() requisicao: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    if (!this.ambiente.metricasAbertas && !daPropriaMaquina(requisicao))
      throw new ErroDeDominio(
        'proibido',
        'PLATAFORMA.METRICAS_FECHADAS',
        'As métricas só são mostradas à própria máquina. Para abri-las à rede, defina METRICAS_ABERTAS=true.',
      );
    void resposta.type(FORMATO).send(await this.metricas.texto());
  }
}
