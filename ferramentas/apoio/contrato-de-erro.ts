/** What the interface promises of an error, said here a second time so that a change in the product alone is seen. */

export const TITULOS: Readonly<Record<number, string>> = {
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

export const CODIGO = /^[A-Z]+(_[A-Z]+)*\.[A-Z]+(_[A-Z]+)*$/;
