import { type INestApplication, RequestMethod, type Type, VERSION_NEUTRAL } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import {
  type Acesso,
  METADADO_DE_ACESSO,
  METADADO_DE_ALVO,
  METADADO_DE_RESPOSTA,
} from '../../src/plataforma/http/rota.js';
import { porTexto } from './arquivo-gerado.js';

export interface RotaDaApi {
  readonly metodo: string;
  /** With the version and `{id}` for parameters. */
  readonly caminho: string;
  readonly acesso: Acesso;
  /** What its records are of, where its declaration says it. */
  readonly alvo: string | null;
  readonly responde: Type<unknown> | null;
}

/** Same as `enableVersioning` of the application. */
const VERSAO_PADRAO = '1';

/** Every route of every controller, hidden from Swagger or not, by address and then by method. */
export function rotasDa(app: INestApplication): RotaDaApi[] {
  const varredor = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (metatype ? doControlador(metatype, varredor) : []))
    .sort((a, b) => porTexto(a.caminho, b.caminho) || porTexto(a.metodo, b.metodo));
}

function doControlador(
  controlador: { readonly prototype?: unknown },
  varredor: MetadataScanner,
): RotaDaApi[] {
  const prototipo = controlador.prototype as Record<string, object>;
  const bases = textos(Reflect.getMetadata(PATH_METADATA, controlador));
  return varredor.getAllMethodNames(prototipo).flatMap((nome) => {
    const metodo = prototipo[nome]!;
    const verbo = Reflect.getMetadata(METHOD_METADATA, metodo) as RequestMethod | undefined;
    if (verbo === undefined) return [];
    const versao: unknown =
      Reflect.getMetadata(VERSION_METADATA, metodo) ?? Reflect.getMetadata(VERSION_METADATA, controlador);
    const acesso = Reflect.getMetadata(METADADO_DE_ACESSO, metodo) as Acesso;
    const alvo = (Reflect.getMetadata(METADADO_DE_ALVO, metodo) ?? null) as string | null;
    const responde = (Reflect.getMetadata(METADADO_DE_RESPOSTA, metodo) ?? null) as Type<unknown> | null;
    return bases.flatMap((base) =>
      textos(Reflect.getMetadata(PATH_METADATA, metodo)).map((resto) => ({
        metodo: RequestMethod[verbo],
        caminho: endereco(versao, base, resto),
        acesso,
        alvo,
        responde,
      })),
    );
  });
}

const textos = (valor: unknown): string[] => [valor ?? ''].flat() as string[];

function endereco(versao: unknown, ...partes: readonly string[]): string {
  const prefixo =
    versao === VERSION_NEUTRAL ? [] : [`v${typeof versao === 'string' ? versao : VERSAO_PADRAO}`];
  const pedacos = [...prefixo, ...partes]
    .flatMap((parte) => parte.split('/'))
    .filter((pedaco) => pedaco !== '');
  return `/${pedacos.map((pedaco) => pedaco.replace(/^:(\w+)$/, '{$1}')).join('/')}`;
}
