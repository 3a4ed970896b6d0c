import { chavesSemEfeito, deNinguem } from '../../plataforma/invariantes/consultas.js';
import { type Invariante, invariantes } from '../../plataforma/invariantes/invariante.js';
import { CONTAS } from './invariantes-das-contas.js';
import { CREDENCIAIS } from './invariantes-das-credenciais.js';

const SESSOES: readonly Invariante[] = [
  {
    codigo: 'ACESSO.SESSAO_DE_INATIVO',
    descricao: 'Quem não pode mais entrar não tem sessão em aberto.',
    fonte: 'API, Access',
    registro: 'sessao',
    sql: `SELECT s.id FROM sessoes s JOIN usuarios u ON u.id = s.usuario_id
           WHERE s.encerrada_em IS NULL AND u.ativo = 0`,
  },
  {
    codigo: 'ACESSO.SESSAO_MAL_ENCERRADA',
    descricao: 'Uma sessão encerrada tem instante e motivo; uma aberta não tem nenhum dos dois.',
    fonte: 'ADR 0011',
    registro: 'sessao',
    sql: `SELECT id FROM sessoes WHERE (encerrada_em IS NULL) <> (motivo_encerramento IS NULL)`,
  },
  {
    codigo: 'ACESSO.TOKEN_ALEM_DA_SESSAO',
    descricao: 'Nenhum token de renovação dura mais do que a sua sessão.',
    fonte: 'ADR 0011',
    registro: 'token',
    sql: `SELECT t.id FROM tokens_de_renovacao t JOIN sessoes s ON s.id = t.sessao_id
           WHERE t.expira_em > s.expira_em`,
  },
  {
    codigo: 'ACESSO.TOKENS_DEMAIS',
    descricao: 'Uma sessão tem o token da entrada, um para cada que foi usado, e um irmão no máximo de cada.',
    fonte: 'ADR 0011',
    registro: 'sessao',
    // Only while the first is kept: the oldest are forgotten first, a few at a time.
    sql: `SELECT t.sessao_id AS id FROM tokens_de_renovacao t JOIN sessoes s ON s.id = t.sessao_id
           GROUP BY t.sessao_id, s.criada_em
          HAVING MIN(t.criado_em) = s.criada_em
             AND COUNT(*) <> 1 + COUNT(t.usado_em) + SUM(t.irmao_emitido)`,
  },
  {
    codigo: 'ACESSO.REVOGACAO_SEM_CAUSA',
    descricao: 'O que se revoga é de uma sessão encerrada, ou de uma versão de acesso que a conta já passou.',
    fonte: 'ADR 0011',
    registro: 'revogacao',
    sql: `SELECT r.id FROM acessos_revogados r
           WHERE EXISTS (SELECT 1 FROM sessoes s WHERE s.id = r.sessao_id AND s.encerrada_em IS NULL)
              OR EXISTS (SELECT 1 FROM usuarios u WHERE u.id = r.usuario_id AND r.versao > COALESCE(u.versao_acesso, 1))`,
  },
];

export const INVARIANTES_DO_ACESSO = invariantes(SESSOES, CONTAS, CREDENCIAIS, [
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
