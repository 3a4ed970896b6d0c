import { isDeepStrictEqual } from 'node:util';
import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import type { ItemDeErro } from '../erros/erro-de-dominio.js';
import { envelopeDeErro } from './envelope-de-erro.js';
import { ErroDaApi } from './erro-da-api.js';
import { operacoesDe } from './operacoes-do-documento.js';

interface Recusa {
  readonly frase: string;
  /** One that the API really gives. */
  readonly exemplo: ItemDeErro;
}

const recusa = (frase: string, codigo: string, mensagem: string, campo?: string): Recusa => ({
  frase,
  exemplo: { codigo, mensagem, ...(campo === undefined ? {} : { campo }) },
});

const RECUSAS: Readonly<Record<number, Recusa>> = {
  400: recusa(
    'A requisição não pôde ser lida (parâmetro, cursor ou JSON).',
    'PLATAFORMA.CURSOR_INVALIDO',
    'O cursor não é válido para esta lista. Recomece da primeira página.',
    'cursor',
  ),
  401: recusa(
    'Falta um token válido: entre de novo.',
    'ACESSO.TOKEN_INVALIDO',
    'O token não é válido ou já venceu. Entre de novo.',
  ),
  403: recusa('Seu perfil não permite esta ação.', 'ACESSO.PROIBIDO', 'Seu perfil não permite esta ação.'),
  404: recusa('O registro não existe.', 'PLATAFORMA.ID_INVALIDO', 'Não há registro com esse identificador.'),
  405: recusa(
    'O endereço existe, mas não aceita este método; `Allow` diz quais aceita.',
    'PLATAFORMA.METODO_NAO_PERMITIDO',
    'Este endereço aceita: GET, POST.',
  ),
  409: recusa(
    'O estado atual, ou outro registro, não permite.',
    'INTERNACAO.LEITO_OCUPADO',
    'O leito 101-A já está ocupado.',
    'leitoId',
  ),
  412: recusa(
    'O registro mudou desde que você o leu.',
    'PLATAFORMA.VERSAO_OBSOLETA',
    'O registro mudou desde que você o leu. Nada foi gravado: leia-o de novo e refaça a alteração.',
    'If-Match',
  ),
  413: recusa(
    'O corpo é grande demais.',
    'PLATAFORMA.CORPO_GRANDE',
    'O corpo da requisição é grande demais.',
  ),
  415: recusa(
    'Envie o corpo em application/json.',
    'PLATAFORMA.TIPO_NAO_SUPORTADO',
    'Envie o corpo como application/json.',
  ),
  422: recusa(
    'Um campo está errado ou uma regra não foi cumprida.',
    'PLATAFORMA.CAMPO_INVALIDO',
    'O campo email deve ser um endereço de e-mail válido.',
    'email',
  ),
  429: recusa(
    'Tentativas demais; espere e repita.',
    'PLATAFORMA.MUITAS_TENTATIVAS',
    'Há muitas tentativas agora. Espere um pouco e tente de novo.',
  ),
  500: recusa(
    'Falha nossa; informe o `correlationId`.',
    'PLATAFORMA.FALHA_INTERNA',
    'Algo falhou do nosso lado. Tente de novo; se persistir, informe o correlationId ao suporte.',
  ),
  503: recusa(
    'Indisponível agora; repita depois de `Retry-After` segundos.',
    'PLATAFORMA.INDISPONIVEL',
    'O banco de dados não está respondendo. Tente de novo em instantes.',
  ),
};

const UMA_CORRELACAO = '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f';

/** How a refusal of this status is documented, with an example of it. */
export function respostaDeErro(status: number, descricao = RECUSAS[status]!.frase) {
  const example = envelopeDeErro(status, [RECUSAS[status]!.exemplo], UMA_CORRELACAO);
  return {
    description: descricao,
    content: { 'application/json': { schema: { $ref: getSchemaPath(ErroDaApi) }, example } },
  };
}

/** What many operations refuse in the same words is written once, and referred to: half of the document. */
export function comErrosCompartilhados(documento: OpenAPIObject): OpenAPIObject {
  const responses: NonNullable<OpenAPIObject['components']>['responses'] = {};
  for (const [operacao] of operacoesDe(documento))
    for (const [status, resposta] of Object.entries(operacao.responses)) {
      const comum = Number(status) in RECUSAS ? respostaDeErro(Number(status)) : undefined;
      if (!isDeepStrictEqual(resposta, comum)) continue;
      responses[`Erro${status}`] = comum!;
      operacao.responses[status] = { $ref: `#/components/responses/Erro${status}` };
    }
  return { ...documento, components: { ...documento.components, responses } };
}
