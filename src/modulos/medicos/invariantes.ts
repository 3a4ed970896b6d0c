import { chavesSemEfeito } from '../../plataforma/invariantes/consultas.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

export const INVARIANTES_DOS_MEDICOS = invariantes([
  {
    codigo: 'MEDICOS.SEM_REGISTRO_PRINCIPAL',
    descricao: 'Todo profissional tem um registro em conselho que é o principal.',
    fonte: 'DOMINIO §5',
    registro: 'medico',
    sql: `SELECT m.id FROM medicos m LEFT JOIN medicos_registros r ON r.medico_principal_id = m.id
           GROUP BY m.id HAVING COUNT(r.id) <> 1`,
  },
  {
    codigo: 'MEDICOS.CHAVE_SEM_EFEITO',
    descricao: 'O profissional, ou a especialidade, que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/medicos': 'medicos', '/v1/especialidades': 'especialidades' }),
  },
]);
