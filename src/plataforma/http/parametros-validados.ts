import { Injectable, type PipeTransform, type Type, VERSION_NEUTRAL } from '@nestjs/common';
import { GUARDS_METADATA, ROUTE_ARGS_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { METADADO_DE_FORMA, METADADO_DE_RESPOSTA } from './rota.js';
import { SemConsulta } from './sem-consulta.js';
import { Validacao } from './validacao.js';

interface Argumento {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly PipeTransform[];
}

/**
 * Validates the bodies and the queries of every route, and nothing else: a pipe of the whole application is also
 * awaited for each id of a path, which costs a read of one record two promises for each. Of a route of the API that
 * declares no query it lets none pass.
 */
@Injectable()
export class ParametrosValidados {
  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly varredor: MetadataScanner,
    private readonly validacao: Validacao,
    private readonly semConsulta: SemConsulta,
  ) {}

  /** Call it before the application is initialised: the router then reads what each parameter passes through. */
  validar(): void {
    for (const { metatype } of this.descoberta.getControllers()) {
      if (!metatype) continue;
      for (const metodo of this.varredor.getAllMethodNames(metatype.prototype as object))
        this.#validarRota(metatype as Type<Record<string, object>>, metodo);
    }
  }

  #validarRota(controlador: Type<Record<string, object>>, nome: string): void {
    const argumentos = Reflect.getMetadata(ROUTE_ARGS_METADATA, controlador, nome) as
      Record<string, Argumento> | undefined;
    if (argumentos)
      Reflect.defineMetadata(ROUTE_ARGS_METADATA, this.#comValidacao(argumentos), controlador, nome);
    const metodo = (controlador.prototype as Record<string, object>)[nome]!;
    if (
      daApi(controlador, metodo) &&
      !Object.keys(argumentos ?? {}).some((chave) => tipoDe(chave) === CONSULTA)
    )
      Reflect.defineMetadata(
        GUARDS_METADATA,
        [
          ...((Reflect.getMetadata(GUARDS_METADATA, metodo) as unknown[] | undefined) ?? []),
          this.semConsulta,
        ],
        metodo,
      );
  }

  #comValidacao(argumentos: Readonly<Record<string, Argumento>>): Record<string, Argumento> {
    return Object.fromEntries(
      Object.entries(argumentos).map(([chave, argumento]) => [
        chave,
        VALIDADOS.has(tipoDe(chave)) ? { ...argumento, pipes: [this.validacao] } : argumento,
      ]),
    );
  }
}

const tipoDe = (chave: string): string => chave.split(':')[0]!;

const CONSULTA = String(RouteParamtypes.QUERY);
const VALIDADOS = new Set([String(RouteParamtypes.BODY), CONSULTA]);

/** Not a page, whose links come back from a mail client with parameters of its own. */
const daApi = (controlador: object, metodo: object): boolean =>
  Reflect.getMetadata(VERSION_METADATA, controlador) !== VERSION_NEUTRAL &&
  (Reflect.hasMetadata(METADADO_DE_RESPOSTA, metodo) ||
    Reflect.getMetadata(METADADO_DE_FORMA, metodo) === 'vazio');
