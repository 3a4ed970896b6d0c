import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import {
  type Acesso,
  type Forma,
  METADADO_DE_ACESSO,
  METADADO_DE_ALVO,
  METADADO_DE_FORMA,
} from '../http/rota.js';
import { PAPEIS_DE_ALCANCE_LIMITADO } from './alcance.js';
import { type Alvo, DonosDosRegistros, temDono } from './donos-dos-registros.js';

interface Controlador {
  readonly name: string;
  readonly prototype?: unknown;
}

interface RotaVista {
  readonly nome: string;
  readonly caminho: string;
  readonly metodo: object;
}

/**
 * Every HTTP route says who may call it (`@Rota`), and whose records it opens to those who do not reach everybody's
 * (`alvo`), or the application does not start: a forgotten declaration is found by whoever wrote the route, not by
 * whoever was locked out of it, or let in.
 */
@Injectable()
export class RotasDeclaradas implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly varredor: MetadataScanner,
    private readonly donos: DonosDosRegistros,
  ) {}

  onModuleInit(): void {
    const rotas = this.#rotas();
    exigirNenhuma(
      rotas.filter(({ metodo }) => !Reflect.hasMetadata(METADADO_DE_ACESSO, metodo)),
      'Estas rotas não declaram quem pode chamá-las (@Rota)',
    );
    exigirNenhuma(
      rotas.filter(semDono),
      "Estas rotas se abrem a quem não alcança os registros de todos e não declaram de quem são (@Rota, `alvo`; 'livre', se de ninguém)",
    );
  }

  /** By then every module has said whose its records are. */
  onApplicationBootstrap(): void {
    exigirNenhuma(
      this.#rotas().filter(({ metodo }) => {
        const alvo = Reflect.getMetadata(METADADO_DE_ALVO, metodo) as Alvo | undefined;
        return temDono(alvo) && !this.donos.conhece(alvo);
      }),
      'De nenhum módulo se sabe de quem são os registros (`registrosDePacientes`) que estas rotas declaram em `alvo`',
    );
  }

  #rotas(): RotaVista[] {
    return this.descoberta
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.#rotasDe(metatype) : []));
  }

  #rotasDe(controlador: Controlador): RotaVista[] {
    const prototipo = controlador.prototype as Record<string, object>;
    return this.varredor
      .getAllMethodNames(prototipo)
      .filter(
        (nome) =>
          Reflect.hasMetadata(PATH_METADATA, prototipo[nome]!) &&
          Reflect.hasMetadata(METHOD_METADATA, prototipo[nome]!),
      )
      .map((nome) => ({
        nome: `${controlador.name}.${nome}`,
        caminho: `${caminhoDe(controlador)}/${caminhoDe(prototipo[nome]!)}`,
        metodo: prototipo[nome]!,
      }));
  }
}

const caminhoDe = (alvo: object): string => String(Reflect.getMetadata(PATH_METADATA, alvo) ?? '');

/** Names a record in its address, lists or creates them, for somebody whose reach has limits; and does not say whose they are. */
function semDono({ metodo, caminho }: RotaVista): boolean {
  const acesso = Reflect.getMetadata(METADADO_DE_ACESSO, metodo) as Acesso;
  const limitada =
    acesso === 'autenticado' ||
    (acesso !== 'publico' && acesso.some((papel) => PAPEIS_DE_ALCANCE_LIMITADO.includes(papel)));
  const forma = Reflect.getMetadata(METADADO_DE_FORMA, metodo) as Forma;
  const deRegistros = caminho.includes(':') || forma === 'lista' || forma === 'criado';
  return limitada && deRegistros && !Reflect.hasMetadata(METADADO_DE_ALVO, metodo);
}

function exigirNenhuma(rotas: readonly RotaVista[], problema: string): void {
  if (rotas.length > 0)
    throw new Error(
      `${problema}: ${rotas
        .map(({ nome }) => nome)
        .sort()
        .join(', ')}.`,
    );
}
