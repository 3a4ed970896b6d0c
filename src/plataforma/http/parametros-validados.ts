import { Injectable, type PipeTransform } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Validacao } from './validacao.js';

interface Argumento {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly PipeTransform[];
}

/**
 * Validates the bodies and the queries of every route, and nothing else: a pipe of the whole application is also
 * awaited for each id of a path, which costs a read of one record two promises for each.
 */
@Injectable()
export class ParametrosValidados {
  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly varredor: MetadataScanner,
    private readonly validacao: Validacao,
  ) {}

  /** Call it before the application is initialised: the router then reads what each parameter passes through. */
  validar(): void {
    for (const { metatype } of this.descoberta.getControllers()) {
      if (!metatype) continue;
      for (const metodo of this.varredor.getAllMethodNames(metatype.prototype as object)) {
        const argumentos = Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, metodo) as
          Record<string, Argumento> | undefined;
        if (argumentos)
          Reflect.defineMetadata(ROUTE_ARGS_METADATA, this.#comValidacao(argumentos), metatype, metodo);
      }
    }
  }

  #comValidacao(argumentos: Readonly<Record<string, Argumento>>): Record<string, Argumento> {
    return Object.fromEntries(
      Object.entries(argumentos).map(([chave, argumento]) => [
        chave,
        VALIDADOS.has(chave.split(':')[0]!) ? { ...argumento, pipes: [this.validacao] } : argumento,
      ]),
    );
  }
}

const VALIDADOS = new Set([RouteParamtypes.BODY, RouteParamtypes.QUERY].map(String));
