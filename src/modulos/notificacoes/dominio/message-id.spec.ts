import { describe, expect, it } from '@jest/globals';
import { messageIdDe } from './message-id.js';

const AVISO = {
  id: 7,
  tipo: 'leito-liberado',
  referencia: 'leito:1',
  canal: 'EMAIL',
  destinatario: 'a@b',
  ocorrencia: 'e-1',
};

describe('Message-ID da notificação', () => {
  it('deve ser o mesmo a cada tentativa', () => {
    expect(messageIdDe(AVISO)).toMatch(/^<notificacao-7-[0-9a-f]{16}@plantao>$/);
    expect(messageIdDe({ ...AVISO })).toBe(messageIdDe(AVISO));
  });

  it.each([
    { id: 8 },
    { tipo: 'outro' },
    { referencia: 'leito:2' },
    { destinatario: 'a@c' },
    { ocorrencia: 'e-2' },
  ])('deve ser outro quando muda %j', (mudanca) => {
    expect(messageIdDe({ ...AVISO, ...mudanca })).not.toBe(messageIdDe(AVISO));
  });
});
