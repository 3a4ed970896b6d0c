import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Pagina } from './pagina.js';
import { type Forma, METADADO_DE_FORMA } from './rota.js';

/** Wraps what a controller returns: `{data}`, `{data, meta}` for a page, `Location` for a new resource. */
@Injectable()
export class Envelope implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const forma = this.reflector.get<Forma | undefined>(METADADO_DE_FORMA, contexto.getHandler());
    if (forma === undefined) return proximo.handle();
    return proximo.handle().pipe(
      map((valor: unknown) => {
        if (forma === 'vazio') return undefined;
        if (valor instanceof Pagina)
          return { data: valor.itens, meta: { limite: valor.limite, proximoCursor: valor.proximoCursor } };
        if (forma === 'criado') this.#apontar(contexto, valor);
        return { data: valor };
      }),
    );
  }

  #apontar(contexto: ExecutionContext, valor: unknown): void {
    const http = contexto.switchToHttp();
    const caminho = http.getRequest<FastifyRequest>().url.split('?')[0]!;
    void http.getResponse<FastifyReply>().header('Location', `${caminho}/${(valor as { id: number }).id}`);
  }
}
