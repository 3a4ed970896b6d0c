import type { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { type ItemDeErro, type TipoDeErro } from '../erros/erro-de-dominio.js';
import type { ErroDaApi } from './erro-da-api.js';

/** Title of the envelope for each status that the API answers. */
const TITULOS: Record<number, string> = {
  400: 'HttpBadRequestError',
  401: 'HttpUnauthorizedError',
  403: 'HttpForbiddenError',
  404: 'HttpNotFoundError',
  405: 'HttpMethodNotAllowedError',
  409: 'HttpConflictError',
  412: 'HttpPreconditionFailedError',
  413: 'HttpPayloadTooLargeError',
  415: 'HttpUnsupportedMediaTypeError',
  422: 'HttpUnprocessableEntityError',
  429: 'HttpTooManyRequestsError',
  500: 'HttpInternalServerError',
  503: 'HttpServiceUnavailableError',
};

const STATUS: Record<TipoDeErro, number> = {
  requisicao_ilegivel: 400,
  nao_autenticado: 401,
  proibido: 403,
  nao_encontrado: 404,
  conflito: 409,
  versao_obsoleta: 412,
  invalido: 422,
  regra_violada: 422,
  excesso: 429,
  indisponivel: 503,
};

export const statusDoErro = (erro: ErroDeDominio): number => STATUS[erro.tipo];

/** The envelope of API.md, for any status. */
export function envelopeDeErro(
  status: number,
  itens: readonly ItemDeErro[],
  correlationId: string,
): ErroDaApi {
  const title = TITULOS[status] ?? TITULOS[500]!;
  return {
    error: itens.map(({ codigo, mensagem, campo }) => ({
      title,
      message: mensagem,
      codigo,
      ...(campo === undefined ? {} : { campo }),
    })),
    correlationId,
  };
}
