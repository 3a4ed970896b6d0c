import type { OpenAPIObject } from '@nestjs/swagger';
import { type Esquema, esquemasEm, operacoesDe } from './operacoes-do-documento.js';

const declarados = new Map<string, object>();

/** The body that Swagger UI fills in for this class, where one made of the examples of all its fields says too much. */
export const ExemploDoCorpo =
  (exemplo: object): ClassDecorator =>
  ({ name }) =>
    void declarados.set(name, exemplo);

/**
 * Gives each schema of a body an example: its own, or one made of its fields' examples. Swagger UI would invent a
 * value for a field without one, and for an instant that is the browser's clock: sent unread, it is in the future
 * of a server whose clock is a little behind. What may be left out and is an instant, or names another record, is.
 */
export function comExemplosDosCorpos(documento: OpenAPIObject): OpenAPIObject {
  const { schemas = {} } = documento.components ?? {};
  const corpos = esquemasEm(documento, ...operacoesDe(documento).map(([{ requestBody }]) => requestBody));
  for (const nome of corpos) {
    const esquema = schemas[nome];
    const exemplo = declarados.get(nome) ?? montado(schemas, esquema);
    if (esquema && !('$ref' in esquema) && exemplo !== undefined) esquema.example = exemplo;
  }
  return documento;
}

type Esquemas = Readonly<Record<string, Esquema>>;

/** Undefined where a field that must be sent has no example. */
function montado(esquemas: Esquemas, esquema: Esquema | undefined): object | undefined {
  if (!esquema || '$ref' in esquema || !esquema.properties) return undefined;
  const campos = Object.entries(esquema.properties).map(([nome, campo]) => ({
    nome,
    obrigatorio: esquema.required?.includes(nome) ?? false,
    instante: 'format' in campo && campo.format === 'date-time',
    exemplo: exemploDo(esquemas, campo),
  }));
  if (campos.some((c) => c.obrigatorio && c.exemplo === undefined)) return undefined;
  return Object.fromEntries(
    campos
      .filter((c) => c.exemplo !== undefined && (c.obrigatorio || !(c.instante || c.nome.endsWith('Id'))))
      .map(({ nome, exemplo }) => [nome, exemplo]),
  );
}

function exemploDo(esquemas: Esquemas, campo: Esquema): unknown {
  if ('$ref' in campo) return deReferencia(esquemas, campo.$ref);
  if (campo.example !== undefined) return campo.example;
  const [referido] = campo.allOf ?? [];
  if (referido) return exemploDo(esquemas, referido);
  const item = campo.items && exemploDo(esquemas, campo.items);
  return item === undefined ? undefined : [item];
}

function deReferencia(esquemas: Esquemas, referencia: string): unknown {
  const nome = referencia.split('/').pop()!;
  return declarados.get(nome) ?? montado(esquemas, esquemas[nome]);
}
