import type { VarianteRuim } from '../cenario.js';

/** The header is taken and forgotten: each copy of a request has an effect of its own. */
export const chaveIgnorada: VarianteRuim = {
  codigo: 'chave-ignorada',
  descricao: 'aceita Idempotency-Key e não a guarda',
  apanhadaPor: /IDEMPOTÊNCIA/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/plataforma/http/idempotencia/idempotencia.js',
      de: "headers['idempotency-key'] === undefined",
      para: "headers['idempotency-key'] !== null",
    },
  ],
};
