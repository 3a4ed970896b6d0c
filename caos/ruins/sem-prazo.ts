import type { VarianteRuim } from '../cenario.js';

/** A database that accepts and says nothing is waited for, as the driver does by itself. */
export const semPrazo: VarianteRuim = {
  codigo: 'sem-prazo',
  descricao: 'espera para sempre por um banco que não responde',
  apanhadaPor: /DEMORA: resposta além do prazo/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/banco/unidade-de-trabalho.js',
      de: 'const PRAZO_PADRAO_MS = 10_000;',
      para: 'const PRAZO_PADRAO_MS = 600_000;',
    },
    {
      arquivo: 'src/banco/unidade-de-trabalho.js',
      de: 'const PRAZO_DO_BEGIN_MS = 2_500;',
      para: 'const PRAZO_DO_BEGIN_MS = 600_000;',
    },
  ],
};
