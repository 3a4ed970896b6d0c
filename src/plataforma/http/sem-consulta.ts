import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Validacao } from './validacao.js';

/** What a route that declares no query takes. */
class NenhumParametro {}

/** Refuses any parameter, as a query refuses those it does not know: what is ignored in silence seems to be obeyed. */
@Injectable()
export class SemConsulta implements CanActivate {
  constructor(private readonly validacao: Validacao) {}

  canActivate(contexto: ExecutionContext): boolean {
    const requisicao = contexto.switchToHttp().getRequest<FastifyRequest>();
    if (requisicao.url.includes('?'))
      this.validacao.transform(requisicao.query, { type: 'query', metatype: NenhumParametro });
    return true;
  }
}
