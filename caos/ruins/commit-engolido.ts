import type { VarianteRuim } from '../cenario.js';

/** What the database could not store, or never said that it had, is taken for stored: the answer says that it was done. */
export const commitEngolido: VarianteRuim = {
  codigo: 'commit-engolido',
  descricao: 'dá por gravado o que mandou gravar, tenha o COMMIT dado certo ou não',
  apanhadaPor: /^PERDIDO/,
  trocas: [
    {
      arquivo: 'src/banco/unidade-de-trabalho.js',
      de: 'await runner.commitTransaction();',
      para: 'await runner.commitTransaction().catch(() => runner.rollbackTransaction().catch(() => undefined));',
    },
  ],
};
