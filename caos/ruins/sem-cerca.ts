import type { VarianteRuim } from '../cenario.js';
import { semChaves } from './sem-chaves.js';

/** Who lost its claim while it slept does not notice, and reacts again. */
export const semCerca: VarianteRuim = {
  codigo: 'sem-cerca',
  descricao: 'reage sem conferir se a entrega ainda é sua',
  apanhadaPor: /^AUDITOR NOTIFICACOES\.(LEITO_LIBERADO_SEM_UM_AVISO|REPETIDA)/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/plataforma/eventos/executor-de-entregas.js',
      de: `if (!(await ENTREGAS_PRONTAS.concluir(tx, entrega)))
                throw new PossePerdida();`,
      para: 'await ENTREGAS_PRONTAS.concluir(tx, entrega);',
    },
  ],
  preparar: semChaves(['notificacoes', 'uq_notificacoes_ocorrencia']),
};
