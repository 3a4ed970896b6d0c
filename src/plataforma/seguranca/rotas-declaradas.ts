import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { METADADO_DE_ACESSO } from '../http/rota.js';

/**
 * Every HTTP route says who may call it (`@Rota`), or the application does not start: a forgotten declaration
 * is found by whoever wrote the route, not by whoever was locked out of it.
 */
@Injectable()
export class RotasDeclaradas implements OnModuleInit {
  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly varredor: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const esquecidas = this.descoberta
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.#esquecidas(metatype) : []));
    if (esquecidas.length > 0)
      throw new Error(
        `Estas rotas não declaram quem pode chamá-las (@Rota): ${esquecidas.sort().join(', ')}.`,
      );
  }

  #esquecidas(controlador: { readonly name: string; readonly prototype?: unknown }): string[] {
    const prototipo = controlador.prototype as Record<string, object>;
    return this.varredor
      .getAllMethodNames(prototipo)
      .filter((nome) => {
        const metodo = prototipo[nome]!;
        const rota =
          Reflect.hasMetadata(PATH_METADATA, metodo) && Reflect.hasMetadata(METHOD_METADATA, metodo);
        return rota && !Reflect.hasMetadata(METADADO_DE_ACESSO, metodo);
      })
      .map((nome) => `${controlador.name}.${nome}`);
  }
}
