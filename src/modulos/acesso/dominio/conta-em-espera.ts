import { ErroDeDominio, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';

/** One refusal for a code that is unknown, used, too old or of something else: it says nothing of which. */
export const codigoInvalido = (): ErroDeDominio =>
  regraViolada(
    'ACESSO.CODIGO_INVALIDO',
    'Este código não vale: ele pode ter vencido, ter sido usado ou estar incompleto. Peça outro e use o do e-mail mais recente.',
    'token',
  );

export const emailNaoVerificado = (): ErroDeDominio =>
  new ErroDeDominio(
    'proibido',
    'ACESSO.EMAIL_NAO_VERIFICADO',
    'Confirme o seu e-mail antes de entrar: o link está na mensagem que enviamos. Se ela não chegou, peça outra em ' +
      'POST /v1/auth/reenviar-verificacao.',
  );
