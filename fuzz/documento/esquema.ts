/** A schema of the OpenAPI 3.0 document, in as much of it as the product uses. */
export interface Esquema {
  readonly $ref?: string;
  readonly allOf?: readonly Esquema[];
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly items?: Esquema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Esquema>>;
  readonly additionalProperties?: boolean | Esquema;
  readonly required?: readonly string[];
  readonly example?: unknown;
  readonly description?: string;
}

export type Esquemas = Readonly<Record<string, Esquema>>;

/** The schema without indirections: what it refers to, under what it says itself. */
export function resolver(esquemas: Esquemas, esquema: Esquema): Esquema {
  const { $ref, allOf, ...proprio } = esquema;
  const referidos = [...(allOf ?? []), ...($ref === undefined ? [] : [apontado(esquemas, $ref)])];
  return referidos.reduceRight<Esquema>(
    (junto, referido) => ({ ...resolver(esquemas, referido), ...junto }),
    proprio,
  );
}

function apontado(esquemas: Esquemas, referencia: string): Esquema {
  const esquema = esquemas[referencia.split('/').pop()!];
  if (!esquema) throw new Error(`the document refers to nothing: ${referencia}`);
  return esquema;
}

const SO_DE_LEITURA = new Set(['example', 'description', 'nullable', 'exclusiveMinimum', '$ref', 'allOf']);

/**
 * The same as JSON Schema, whole and closed: a property that the document does not name is refused, unless it
 * says that any may come.
 */
export function comoJsonSchema(esquemas: Esquemas, original: Esquema): Record<string, unknown> {
  const esquema = resolver(esquemas, original);
  const copia: Record<string, unknown> = Object.fromEntries(
    Object.entries(esquema).filter(([nome]) => !SO_DE_LEITURA.has(nome)),
  );
  if (esquema.exclusiveMinimum) {
    copia['exclusiveMinimum'] = esquema.minimum;
    delete copia['minimum'];
  }
  if (esquema.items) copia['items'] = comoJsonSchema(esquemas, esquema.items);
  if (esquema.properties) {
    copia['properties'] = Object.fromEntries(
      Object.entries(esquema.properties).map(([nome, campo]) => [nome, comoJsonSchema(esquemas, campo)]),
    );
    copia['additionalProperties'] = esquema.additionalProperties ?? false;
  }
  return esquema.nullable ? { anyOf: [{ type: 'null' }, copia] } : copia;
}
