import type { VarianteRuim } from '../cenario.js';

/** Each replica by its own clock, as a plain `@Cron` does. */
export const vezIgnorada: VarianteRuim = {
  codigo: 'vez-ignorada',
  descricao: 'roda a tarefa mesmo quando a linha da vez já é de outra réplica',
  apanhadaPor: /AGENDA: .* mais de uma vez/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/plataforma/agendador/agendador.js',
      de: `=== 'chave_duplicada')
                return false;`,
      para: `=== 'chave_duplicada')
                return true;`,
    },
  ],
};
