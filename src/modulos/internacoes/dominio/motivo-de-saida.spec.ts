import { describe, expect, it } from '@jest/globals';
import { exigirSaida, MOTIVOS_DE_SAIDA } from './motivo-de-saida.js';

describe('motivo de saída', () => {
  it.each(MOTIVOS_DE_SAIDA)('deve aceitar %s', (motivo) => {
    expect(exigirSaida(motivo)).toBe(motivo);
  });

  it.each(['PERMANENCIA', 'ENCERRAMENTO_ADMINISTRATIVO'] as const)(
    'deve recusar %s e dizer o que usar',
    (motivo) => {
      expect(() => exigirSaida(motivo)).toThrow(
        expect.objectContaining({
          tipo: 'regra_violada',
          codigo: 'INTERNACAO.MOTIVO_NAO_E_SAIDA',
          campo: 'motivoSaida',
          message: expect.stringMatching(/corte de faturamento.*ALTA_MELHORADO/),
        }),
      );
    },
  );
});
