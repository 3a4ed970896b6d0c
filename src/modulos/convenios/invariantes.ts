import { chavesSemEfeito } from '../../plataforma/invariantes/consultas.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

export const INVARIANTES_DOS_CONVENIOS = invariantes([
  {
    codigo: 'CONVENIOS.CHAVE_SEM_EFEITO',
    descricao: 'O convênio que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/convenios': 'convenios' }),
  },
]);
