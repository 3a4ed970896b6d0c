import type { FastifyInstance, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    rotasConhecidas: RotasConhecidas;
  }
}

/** Remembers what is served, so that a wrong method is told from a wrong address (405 and 404). */
export class RotasConhecidas {
  readonly #rotas = new Map<string, { padrao: RegExp; metodos: Set<string> }>();

  incluir({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    if (url.includes('*')) return;
    const conhecida = this.#rotas.get(url) ?? { padrao: comoPadrao(url), metodos: new Set<string>() };
    for (const metodo of [method].flat()) conhecida.metodos.add(String(metodo));
    this.#rotas.set(url, conhecida);
  }

  /** Methods that this path accepts; empty when nobody serves it. */
  metodosDe(caminho: string): string[] {
    const exata = this.#rotas.get(caminho.replace(/\/$/, ''));
    // An address spelt out is not one of a record, whatever the pattern says.
    if (exata) return [...exata.metodos].sort();
    const metodos = new Set<string>();
    for (const rota of this.#rotas.values())
      if (rota.padrao.test(caminho)) for (const metodo of rota.metodos) metodos.add(metodo);
    return [...metodos].sort();
  }

  /** Everything that is served, each method of each address. */
  todas(): readonly { readonly metodo: string; readonly url: string }[] {
    return [...this.#rotas].flatMap(([url, { metodos }]) => [...metodos].map((metodo) => ({ metodo, url })));
  }
}

/** Starts remembering every route that is registered from now on. */
export function observarRotas(fastify: FastifyInstance): void {
  const rotas = new RotasConhecidas();
  fastify.decorate('rotasConhecidas', { getter: () => rotas });
  fastify.addHook('onRoute', (rota) => rotas.incluir(rota));
}

const comoPadrao = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
