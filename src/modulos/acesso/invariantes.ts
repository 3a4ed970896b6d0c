import { chavesSemEfeito, deNinguem } from '../../plataforma/invariantes/consultas.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

export const INVARIANTES_DO_ACESSO = invariantes([
  {
    codigo: 'ACESSO.SEM_ADMINISTRADOR',
    descricao: 'Um hospital que já teve administradores tem ao menos um que ainda entra.',
    fonte: 'API, Access',
    registro: 'hospital',
    sql: `SELECT h.id FROM hospital h
           WHERE EXISTS (SELECT 1 FROM usuarios_papeis p WHERE p.papel = 'ADMIN')
             AND NOT EXISTS (SELECT 1 FROM usuarios_papeis p JOIN usuarios u ON u.id = p.usuario_id
                              WHERE p.papel = 'ADMIN' AND u.ativo = 1)`,
  },
  {
    codigo: 'ACESSO.AUTOR_INEXISTENTE',
    descricao: 'Quem causou um evento, ou mandou uma Idempotency-Key, é um usuário que existe.',
    fonte: 'DESIGN §5',
    sql: deNinguem([
      ['evento', 'eventos', 'autor_id'],
      ['chave', 'chaves_de_idempotencia', 'usuario_id'],
    ]),
  },
  {
    codigo: 'ACESSO.CHAVE_SEM_EFEITO',
    descricao: 'O usuário que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/usuarios': 'usuarios' }),
  },
]);
