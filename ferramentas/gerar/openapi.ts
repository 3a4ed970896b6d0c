import type { INestApplication } from '@nestjs/common';
import { documentar } from '../../src/documentacao/documento.js';
import { type ArquivoGerado, porTexto } from './arquivo-gerado.js';

/** The API as a document. Addresses and schemas are in alphabetical order, so that adding a module moves nothing. */
export function gerarOpenapi(app: INestApplication): ArquivoGerado {
  const { paths, components, ...resto } = documentar(app);
  const documento = {
    ...resto,
    paths: ordenado(paths),
    components: { ...components, schemas: ordenado(components?.schemas ?? {}) },
  };
  return { caminho: 'openapi.json', conteudo: `${JSON.stringify(documento, null, 2)}\n` };
}

const ordenado = <T>(objeto: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(objeto).sort(([a], [b]) => porTexto(a, b)));
