import { describe, expect, it } from '@jest/globals';
import { falhaSmtp } from './falha-smtp.js';

describe('falha SMTP', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, true, 'SMTP_550'],
    [{ code: 'EENVELOPE', responseCode: 501, command: 'RCPT TO' }, true, 'SMTP_501'],
    [{ code: 'EMESSAGE', responseCode: 552, command: 'DATA' }, true, 'SMTP_552'],
    [{ code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, false, 'SMTP_451'],
    [{ code: 'EMESSAGE', responseCode: 421, command: 'DATA' }, false, 'SMTP_421'],
    [{ code: 'EENVELOPE', responseCode: 503, command: 'RCPT TO' }, false, 'SMTP_503'],
    [{ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, false, 'SMTP_550'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, false, 'SMTP_535'],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, false, 'SMTP_554'],
    [{ code: 'EENVELOPE', command: 'API' }, true, 'ENDERECO_INVALIDO'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, false, 'TEMPO_ESGOTADO'],
    [{ code: 'EABORT' }, false, 'TEMPO_ESGOTADO'],
    [{ code: 'ESOCKET' }, false, 'SEM_CONEXAO'],
    [{ code: 'ECONNECTION' }, false, 'SEM_CONEXAO'],
    [{ code: 'EDNS' }, false, 'SEM_CONEXAO'],
    [{ code: 'ETLS' }, false, 'CIFRA_RECUSADA'],
    [{ code: 'ENOAUTH' }, false, 'SENHA_RECUSADA'],
    [{ code: 'toString' }, false, 'FALHA_DE_ENVIO'],
    [new Error('Connection pool was closed'), false, 'FALHA_DE_ENVIO'],
    [undefined, false, 'FALHA_DE_ENVIO'],
  ])('deve ler %j como definitiva=%s, código %s', (erro, definitiva, codigo) => {
    expect(falhaSmtp(erro)).toMatchObject({ definitiva, codigo });
  });

  it('deve calar o que o servidor escreveu', () => {
    const falha = falhaSmtp({
      code: 'EENVELOPE',
      responseCode: 550,
      command: 'RCPT TO',
      message: 'fulano@x unknown',
      response: '550 fulano@x',
    });
    expect(JSON.stringify([falha.message, falha.codigo, { ...falha }])).not.toContain('fulano');
  });
});
