import type { VarianteRuim } from '../cenario.js';

/** Says that it stops and closes the door in the same instant: whoever was on the way finds it shut. */
export const semDespedida: VarianteRuim = {
  codigo: 'sem-despedida',
  descricao: 'fecha a porta no mesmo instante em que diz que vai parar',
  apanhadaPor: /RODÍZIO: pedido/,
  motores: ['sqlite'],
  trocas: [
    {
      arquivo: 'src/plataforma/observabilidade/prontidao.js',
      de: 'const DESPEDIDA_MS = 1_000;',
      para: 'const DESPEDIDA_MS = 0;',
    },
  ],
};
