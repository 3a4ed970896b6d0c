import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mergeMap, type Observable, of } from 'rxjs';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { descreverMutacao, type DescricaoDaMutacao } from './mutacao.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the trail says of its requests; null where they change nothing, or say it by themselves. */
    mutacao?: DescricaoDaMutacao | null;
    /** Method and template. */
    operacao?: string;
  }
}

/** Works out, once for each route, what the trail says of it. Call it before the routes exist. */
export function instalarAuditoria(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (rota) => {
    const { config } = rota;
    if (!config?.plantao || typeof rota.method !== 'string') return;
    config.operacao = `${rota.method} ${rota.url}`;
    config.mutacao = descreverMutacao(rota.method, rota.url, config.plantao);
  });
}

/** Innermost around each change: one that went well without a unit of work gets its row before the answer too. */
@Injectable()
export class MutacoesAuditadas implements NestInterceptor {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const { mutacao } = contexto.switchToHttp().getRequest<FastifyRequest>().contexto;
    if (!mutacao) return proximo.handle();
    return proximo
      .handle()
      .pipe(
        mergeMap((valor: unknown) =>
          mutacao.anotada ? of(valor) : this.unidade.executar(() => Promise.resolve(valor)),
        ),
      );
  }
}
