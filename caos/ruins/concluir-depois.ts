import type { VarianteRuim } from '../cenario.js';
import { semChaves } from './sem-chaves.js';

/** Read, handle, mark done: between the last two, a death makes it happen again. */
export const concluirDepois: VarianteRuim = {
  codigo: 'concluir-depois',
  descricao: 'dá a entrega por concluída em outra transação, depois do COMMIT do efeito',
  apanhadaPor: /^AUDITOR NOTIFICACOES\.(LEITO_LIBERADO_SEM_UM_AVISO|REPETIDA)/,
  motores: ['sqlite', 'mysql'],
  trocas: [
    {
      arquivo: 'src/plataforma/eventos/executor-de-entregas.js',
      de: `await this.unidade.executar(async (tx) => {
            if (!(await ENTREGAS_PRONTAS.concluir(tx, entrega)))
                throw new PossePerdida();
            const saga`,
      para: `await this.unidade.executar(async () => {
            const saga`,
    },
    {
      arquivo: 'src/plataforma/eventos/executor-de-entregas.js',
      de: `await this.comandos.execute(comando);
            await tx.executar(`,
      para: `await this.comandos.execute(comando);
        }, { prazoMs: PRAZO_DA_REACAO_MS });
        await this.unidade.executar(async (tx) => {
            if (!(await ENTREGAS_PRONTAS.concluir(tx, entrega)))
                throw new PossePerdida();
            await tx.executar(`,
    },
  ],
  // The second notice of one event would be refused by its key: here it is let in, so that it is seen.
  preparar: semChaves(['notificacoes', 'uq_notificacoes_ocorrencia']),
};
