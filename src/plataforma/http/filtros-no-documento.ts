import type { OpenAPIObject } from '@nestjs/swagger';
import { operacoesDe } from './operacoes-do-documento.js';

/**
 * Turns the example of each filter that may be left out into words: Swagger UI types an example into the field,
 * and a list asked for with every filter at once answers nothing.
 */
export function comFiltrosVazios(documento: OpenAPIObject): OpenAPIObject {
  for (const [operacao] of operacoesDe(documento))
    for (const parametro of operacao.parameters ?? []) {
      if ('$ref' in parametro || parametro.in !== 'query' || parametro.required) continue;
      const { schema } = parametro;
      if (!schema || '$ref' in schema || schema.example === undefined) continue;
      const exemplo: unknown = schema.example;
      delete schema.example;
      // The choices speak for themselves.
      if (schema.enum || schema.type === 'boolean') continue;
      parametro.description = [parametro.description, `Por exemplo, \`${String(exemplo)}\`.`]
        .filter(Boolean)
        .join(' ');
    }
  return documento;
}
