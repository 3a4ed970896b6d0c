import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Gives an example of its own, made of its fields' examples, to each schema with an instant that may be left out.
 * Swagger UI invents a value for a field without example, and for an instant that is the browser's clock: sent
 * unread, it is in the future of a server whose clock is a little behind. What may be left out and names another
 * record is left out too: there may be no such record.
 */
export function comExemplosDosCorpos(documento: OpenAPIObject): OpenAPIObject {
  for (const esquema of Object.values(documento.components?.schemas ?? {})) {
    if ('$ref' in esquema || !esquema.properties) continue;
    const campos = Object.entries(esquema.properties).map(([nome, campo]) => ({
      nome,
      opcional: !esquema.required?.includes(nome),
      instante: 'format' in campo && campo.format === 'date-time',
      exemplo: 'example' in campo ? (campo.example as unknown) : undefined,
    }));
    const inventados = campos.filter((c) => c.opcional && c.instante && c.exemplo === undefined);
    const mostrados = campos.filter((c) => c.exemplo !== undefined && !(c.opcional && c.nome.endsWith('Id')));
    const inteiro = campos.every((c) => c.opcional || c.exemplo !== undefined);
    if (inventados.length > 0 && inteiro)
      esquema.example = Object.fromEntries(mostrados.map(({ nome, exemplo }) => [nome, exemplo]));
  }
  return documento;
}
