import type { Documento, Esquema } from './documento.js';

/** What Swagger UI puts in the place of a value of which nothing is known. */
const SEM_EXEMPLO: Readonly<Record<string, unknown>> = {
  string: 'string',
  number: 0,
  integer: 0,
  boolean: true,
};

/** The value that Swagger UI fills in for a schema: its example, else one made of its fields'. */
export function exemploDoSwagger(documento: Documento, bruto: Esquema): unknown {
  const esquema = documento.resolver(bruto);
  if (esquema.example !== undefined) return esquema.example;
  if (esquema.default !== undefined) return esquema.default;
  if (esquema.enum) return esquema.enum[0];
  return inventado(documento, esquema);
}

/** The same for a whole body, each field by its own example, whatever example the whole has. */
export function corpoCompleto(documento: Documento, bruto: Esquema): Record<string, unknown> {
  return inventado(documento, documento.resolver(bruto)) as Record<string, unknown>;
}

function inventado(documento: Documento, { type, format, properties, items }: Esquema): unknown {
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([nome, campo]) => [nome, exemploDoSwagger(documento, campo)]),
    );
  if (type === 'array') return items ? [exemploDoSwagger(documento, items)] : [];
  if (format === 'date-time') return new Date().toISOString();
  if (format === 'date') return new Date().toISOString().slice(0, 10);
  return SEM_EXEMPLO[type ?? 'object'] ?? {};
}
