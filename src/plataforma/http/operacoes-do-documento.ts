import type { OpenAPIObject } from '@nestjs/swagger';

const METODOS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export type Metodo = (typeof METODOS)[number];
export type Operacao = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Esquema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** Every operation of a document under construction, with its method. */
export const operacoesDe = ({ paths }: OpenAPIObject): [Operacao, Metodo][] =>
  Object.values(paths).flatMap((caminho) =>
    METODOS.flatMap((metodo): [Operacao, Metodo][] => {
      const operacao = caminho[metodo];
      return operacao ? [[operacao, metodo]] : [];
    }),
  );

const REFERENCIA = /"#\/components\/schemas\/(\w+)"/g;

/** Names of the schemas that these pieces of a document refer to, directly or through others. */
export function esquemasEm({ components }: OpenAPIObject, ...pedacos: unknown[]): Set<string> {
  const achados = new Set<string>();
  const procurar = (pedaco: unknown): void => {
    for (const [, nome] of JSON.stringify(pedaco ?? null).matchAll(REFERENCIA)) {
      if (achados.has(nome!)) continue;
      achados.add(nome!);
      procurar(components?.schemas?.[nome!]);
    }
  };
  procurar(pedacos);
  return achados;
}
