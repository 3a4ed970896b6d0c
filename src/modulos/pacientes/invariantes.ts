import { chavesSemEfeito, deNinguem } from '../../plataforma/invariantes/consultas.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

export const INVARIANTES_DOS_PACIENTES = invariantes([
  {
    codigo: 'PACIENTES.SEM_ENDERECO_PRINCIPAL',
    descricao: 'De quem tem endereços em uso, um é o principal.',
    fonte: 'DOMINIO §1, RF13',
    registro: 'paciente',
    sql: `SELECT e.paciente_id AS id FROM enderecos e WHERE e.ativo = 1
           GROUP BY e.paciente_id HAVING COUNT(e.paciente_principal_id) <> 1`,
  },
  {
    codigo: 'PACIENTES.AUTOR_INEXISTENTE',
    descricao: 'Quem anotou, ou retirou, uma alergia é um usuário que existe.',
    fonte: 'DOMINIO §6',
    sql: deNinguem([
      ['alergia', 'pacientes_alergias', 'incluida_por'],
      ['alergia', 'pacientes_alergias', 'removida_por'],
    ]),
  },
  {
    codigo: 'PACIENTES.CHAVE_SEM_EFEITO',
    descricao: 'O paciente que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/pacientes': 'pacientes' }),
  },
]);
