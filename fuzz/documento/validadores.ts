import { Ajv, type ValidateFunction } from 'ajv';
import type { Documento, Operacao } from './documento.js';
import { comoJsonSchema, type Esquema } from './esquema.js';
import { FORMATOS } from './formatos.js';

/** What is wrong with a value, in a line; null: nothing. */
export type Conferir = (valor: unknown) => string | null;

/** Judges bodies by the schemas of the document; each is compiled when it is first needed. */
export class Validadores {
  readonly #ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false });
  readonly #prontos = new WeakMap<Esquema, ValidateFunction>();

  constructor(private readonly documento: Documento) {
    for (const [nome, { valido }] of Object.entries(FORMATOS))
      this.#ajv.addFormat(nome, { type: 'string', validate: valido });
  }

  /** Whether the body of a request obeys its schema. */
  pedido = (operacao: Operacao, corpo: unknown): string | null =>
    operacao.corpo ? this.valor(operacao.corpo, corpo) : null;

  valor(esquema: Esquema, valor: unknown): string | null {
    const validar = this.#validador(esquema);
    if (validar(valor)) return null;
    return (validar.errors ?? [])
      .slice(0, 3)
      .map(
        ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
      )
      .join('; ');
  }

  #validador(esquema: Esquema): ValidateFunction {
    const pronto = this.#prontos.get(esquema);
    if (pronto) return pronto;
    const novo = this.#ajv.compile(comoJsonSchema(this.documento.esquemas, esquema));
    this.#prontos.set(esquema, novo);
    return novo;
  }
}
