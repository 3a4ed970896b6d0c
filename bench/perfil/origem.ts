/** Where a function comes from, coarsely enough for two servers to be compared. */
export const ORIGENS = {
  PROPRIO: 'código próprio',
  NEST: 'Nest',
  FASTIFY: 'Fastify e outras bibliotecas',
  MYSQL2: 'mysql2',
  CONTEXTO: 'AsyncLocalStorage',
  NODE: 'Node e V8',
  LIXO: 'coletor de lixo',
  SOQUETES: 'escrever em soquetes',
  ESPERA: 'à espera',
} as const;
export type Origem = (typeof ORIGENS)[keyof typeof ORIGENS];

/** What mysql2 brings along and calls for every row. */
const DO_MYSQL2 = /^(mysql2|lru\.min|long|iconv-lite|denque|sql-escaper)$/;

/** The origin of a frame of the profile: `url` is empty for what is not written in JavaScript. */
export function origemDe({ functionName, url }: { functionName: string; url: string }): Origem {
  const pacote = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (pacote?.startsWith('@nestjs/') || pacote === 'rxjs') return ORIGENS.NEST;
  if (pacote) return DO_MYSQL2.test(pacote) ? ORIGENS.MYSQL2 : ORIGENS.FASTIFY;
  if (url.startsWith('node:')) return /async_hooks/.test(url) ? ORIGENS.CONTEXTO : ORIGENS.NODE;
  if (url !== '') return ORIGENS.PROPRIO;
  if (functionName === '(idle)') return ORIGENS.ESPERA;
  if (functionName === '(garbage collector)') return ORIGENS.LIXO;
  return /^write/.test(functionName) ? ORIGENS.SOQUETES : ORIGENS.NODE;
}
