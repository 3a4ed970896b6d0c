import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Gives an example of its own, made of its fields' examples, to each schema with an instant that may be left out.
 * Swagger UI invents a value for a field without example, and for an instant that is the browser's clock: sent
 * unread, it is in the future of a server whose clock is a little behind.
 */
export function comExemplosDosCorpos(documento: OpenAPIObject): OpenAPIObject {
  for (const esquema of Object.values(documento.components?.schemas ?? {})) {
    if ('$ref' in esquema || !esquema.properties) continue;
    const campos = Object.entries(esquema.properties).map(([nome, campo]) => ({
      nome,
      instante: 'format' in campo && campo.format === 'date-time',
      exemplo: 'example' in campo ? (campo.example as unknown) : undefined,
    }));
    const comExemplo = campos.filter(({ exemplo }) => exemplo !== undefined);
    if (
      campos.some(
        ({ nome, instante, exemplo }) =>
          instante && exemplo === undefined && !esquema.required?.includes(nome),
      )
    )
      esquema.example = Object.fromEntries(comExemplo.map(({ nome, exemplo }) => [nome, exemplo]));
  }
  return documento;
}
