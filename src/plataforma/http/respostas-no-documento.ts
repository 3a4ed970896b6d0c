import type { OpenAPIObject } from '@nestjs/swagger';
import { esquemasEm, operacoesDe } from './operacoes-do-documento.js';

/** Writes the instants of the answers as they are answered, in UTC; those of the bodies stay as people type them. */
export function comInstantesRespondidos(documento: OpenAPIObject): OpenAPIObject {
  const operacoes = operacoesDe(documento).map(([operacao]) => operacao);
  const pedidos = esquemasEm(documento, ...operacoes.map(({ requestBody }) => requestBody));
  for (const [nome, esquema] of Object.entries(documento.components?.schemas ?? {})) {
    if (pedidos.has(nome) || '$ref' in esquema) continue;
    for (const campo of Object.values(esquema.properties ?? {}))
      if ('format' in campo && campo.format === 'date-time' && typeof campo.example === 'string')
        campo.example = new Date(campo.example).toISOString();
  }
  return documento;
}
