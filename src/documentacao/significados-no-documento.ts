import type { OpenAPIObject } from '@nestjs/swagger';
import { type Esquema, operacoesDe } from '../plataforma/http/operacoes-do-documento.js';
import { SIGNIFICADOS } from './significados.js';

/** Explains the values of each list of choices where the field, or the parameter, is described. */
export function comSignificados(documento: OpenAPIObject): OpenAPIObject {
  for (const esquema of Object.values(documento.components?.schemas ?? {}))
    for (const campo of Object.values(('properties' in esquema && esquema.properties) || {}))
      if (!('$ref' in campo)) explicar(campo, campo);
  for (const [operacao] of operacoesDe(documento))
    for (const parametro of operacao.parameters ?? [])
      if (!('$ref' in parametro) && parametro.schema) explicar(parametro, parametro.schema);
  return documento;
}

function explicar(onde: { description?: string }, campo: Esquema): void {
  const valores = valoresDe(campo);
  const sentidos = valores && SIGNIFICADOS.find((conhecidos) => valores.every((v) => v in conhecidos));
  if (!sentidos) return;
  const lista = valores.map((valor) => `- \`${valor}\`: ${sentidos[valor]}`).join('\n');
  onde.description = [onde.description, lista].filter(Boolean).join('\n\n');
}

function valoresDe(campo: Esquema): string[] | undefined {
  if ('$ref' in campo) return undefined;
  const { enum: valores, items } = campo;
  if (valores) return valores.filter((valor): valor is string => typeof valor === 'string');
  return items && valoresDe(items);
}
