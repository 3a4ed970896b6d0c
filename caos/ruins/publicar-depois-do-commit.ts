import type { VarianteRuim } from '../cenario.js';

/** The dual write: the state first, and then, in a transaction of their own, the events. */
export const publicarDepoisDoCommit: VarianteRuim = {
  codigo: 'publicar-depois-do-commit',
  descricao: 'grava os eventos e as entregas em outra transação, depois do COMMIT do que aconteceu',
  apanhadaPor: /^AUDITOR (INTERNACOES\.MOVIMENTACAO_SEM_EVENTO|LEITOS\.MUDANCA_SEM_EVENTO)/,
  motores: ['sqlite', 'mysql'],
  trocas: [
    {
      arquivo: 'src/banco/unidade-de-trabalho.js',
      de: `await naTransacao(tx, () => this.gravador.gravar(tx, tx.eventos));
                confirmando = true;
                await runner.commitTransaction();`,
      para: `confirmando = true;
                await runner.commitTransaction();
                if (tx.eventos.length > 0) {
                    await runner.startTransaction();
                    await naTransacao(tx, () => this.gravador.gravar(tx, tx.eventos));
                    await runner.commitTransaction();
                }`,
    },
  ],
};
