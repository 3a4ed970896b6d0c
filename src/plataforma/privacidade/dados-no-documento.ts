import type { OpenAPIObject } from '@nestjs/swagger';
import { operacoesDe } from '../http/operacoes-do-documento.js';
import { esquemaDaParte } from './acervo-do-titular.js';
import type { ParteDosDados } from './dados-do-titular.js';

/** Marks, in the document under construction, the operation that answers all that is held on a person. */
export const EXTENSAO_DE_DADOS = 'x-dados-do-titular';

/** Says what each module exports, next to what the route itself declares. */
export const comDadosDoTitular =
  (partes: readonly ParteDosDados[]) =>
  (documento: OpenAPIObject): OpenAPIObject => {
    const esquemas = documento.components?.schemas as Record<string, EsquemaDeObjeto> | undefined;
    for (const [operacao] of operacoesDe(documento)) {
      const marcada = operacao as unknown as Record<string, unknown>;
      if (!(EXTENSAO_DE_DADOS in marcada)) continue;
      delete marcada[EXTENSAO_DE_DADOS];
      const nome = /schemas\/(\w+)"[^}]*\}\}/.exec(JSON.stringify(operacao.responses['200']))?.[1];
      const esquema = nome === undefined ? undefined : esquemas?.[nome];
      if (!esquema) throw new Error('the export of personal data declares no answer');
      for (const parte of partes) esquema.properties[parte.nome] = esquemaDaParte(parte);
      esquema.required = [...(esquema.required ?? []), ...partes.map(({ nome: parte }) => parte)];
    }
    return documento;
  };

interface EsquemaDeObjeto {
  properties: Record<string, object>;
  required?: string[];
}
