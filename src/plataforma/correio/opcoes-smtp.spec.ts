import { describe, expect, it } from '@jest/globals';
import { opcoesSmtp, PRAZOS_SMTP } from './opcoes-smtp.js';

const CORREIO = {
  servidor: 'smtp.hospital.local',
  porta: 587,
  usuario: null,
  senha: null,
  remetente: 'a@b',
  nomeDoRemetente: 'A',
};
const COM_SENHA = { usuario: 'plantao', senha: 'segredo' };

describe('opções SMTP', () => {
  it('deve cifrar se o servidor oferecer, mesmo sem certificado reconhecido, quando não há senha', () => {
    const opcoes = opcoesSmtp(CORREIO, PRAZOS_SMTP);
    expect(opcoes).toMatchObject({
      secure: false,
      opportunisticTLS: true,
      tls: { rejectUnauthorized: false },
    });
    expect(opcoes).not.toHaveProperty('auth');
  });

  it('deve exigir cifra e certificado válido para mandar a senha a outra máquina', () => {
    const opcoes = opcoesSmtp({ ...CORREIO, ...COM_SENHA }, PRAZOS_SMTP);
    expect(opcoes).toMatchObject({ requireTLS: true, auth: { user: 'plantao', pass: 'segredo' } });
    expect(opcoes).not.toHaveProperty('tls');
    expect(opcoes).not.toHaveProperty('opportunisticTLS');
  });

  it.each(['localhost', '127.0.0.1', '::1'])('deve mandar a senha a %s mesmo sem cifra', (servidor) => {
    expect(opcoesSmtp({ ...CORREIO, ...COM_SENHA, servidor }, PRAZOS_SMTP)).toMatchObject({
      opportunisticTLS: true,
      auth: { user: 'plantao' },
    });
  });

  it('deve exigir cifra de um nome que só começa como o da própria máquina', () => {
    expect(
      opcoesSmtp({ ...CORREIO, ...COM_SENHA, servidor: 'localhost.exemplo.com' }, PRAZOS_SMTP),
    ).toHaveProperty('requireTLS', true);
  });

  it('deve cifrar desde o início na porta 465', () => {
    expect(opcoesSmtp({ ...CORREIO, porta: 465 }, PRAZOS_SMTP)).toHaveProperty('secure', true);
  });
});
