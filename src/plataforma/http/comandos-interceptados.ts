import { Injectable, RequestMethod } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { MutacoesAuditadas } from '../auditoria/mutacoes-auditadas.js';
import { Idempotencia } from './idempotencia/idempotencia.js';
import { METADADO_DE_SIGILO, METADADO_DE_VERSAO } from './rota.js';
import { Versoes } from './versoes.js';

/**
 * Puts what only a change needs (one effect for each key, no change of what somebody else changed, none without its
 * row of the audit trail) around the routes that are not a GET: a read does not pay for passing through it.
 */
@Injectable()
export class ComandosInterceptados {
  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly varredor: MetadataScanner,
    private readonly idempotencia: Idempotencia,
    private readonly versoes: Versoes,
    private readonly auditadas: MutacoesAuditadas,
  ) {}

  /** Call it before the application is initialised: the router then reads what is around each route. */
  interceptar(): void {
    for (const { metatype } of this.descoberta.getControllers()) {
      const prototipo = (metatype?.prototype ?? {}) as Record<string, object>;
      for (const nome of this.varredor.getAllMethodNames(prototipo)) {
        const metodo = Reflect.getMetadata(METHOD_METADATA, prototipo[nome]!) as RequestMethod | undefined;
        if (metodo === undefined || metodo === RequestMethod.GET) continue;
        const sigilosa = Reflect.hasMetadata(METADADO_DE_SIGILO, prototipo[nome]!);
        const versionada = Reflect.hasMetadata(METADADO_DE_VERSAO, prototipo[nome]!);
        // The first is the outermost.
        const envolvem = [
          ...(sigilosa ? [] : [this.idempotencia]),
          ...(versionada ? [this.versoes] : []),
          this.auditadas,
        ];
        Reflect.defineMetadata(INTERCEPTORS_METADATA, envolvem, prototipo[nome]!);
      }
    }
  }
}
