import type { VarianteRuim } from '../cenario.js';

/** SIGTERM ends the process where it stands, as it does when nobody listens to it. */
export const paradaBrusca: VarianteRuim = {
  codigo: 'parada-brusca',
  descricao: 'acaba no SIGTERM sem terminar o que está em curso',
  apanhadaPor: /RODÍZIO: (pedido|entrega)/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/aplicacao.js',
      de: "app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });",
      para: "process.once('SIGTERM', () => process.exit(0));",
    },
  ],
};
