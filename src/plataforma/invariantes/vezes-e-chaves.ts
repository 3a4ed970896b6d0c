import type { Invariante } from './invariante.js';

const DAS_VEZES = 'DESIGN §2, tarefas agendadas';
const DAS_CHAVES = 'API, Idempotency-Key';

/** What must happen once: the turns of the scheduled tasks, and what came with a key. */
export const VEZES_E_CHAVES: readonly Invariante[] = [
  {
    codigo: 'TAREFAS.VEZ_REPETIDA',
    descricao: 'Cada vez de uma tarefa agendada é feita uma vez só, quantos forem os processos.',
    fonte: DAS_VEZES,
    registro: 'vez',
    sql: 'SELECT MAX(t.id) AS id FROM tarefas_vezes t GROUP BY t.tarefa, t.vez HAVING COUNT(*) > 1',
  },
  {
    codigo: 'TAREFAS.FEITA_ANTES_DA_VEZ',
    descricao: 'Nenhuma tarefa agendada é feita antes da sua vez.',
    fonte: DAS_VEZES,
    registro: 'vez',
    sql: 'SELECT t.id FROM tarefas_vezes t WHERE t.feita_em < t.vez',
  },
  {
    codigo: 'IDEMPOTENCIA.SEM_RESPOSTA',
    descricao: 'Uma Idempotency-Key é gravada com o efeito do pedido e a sua resposta, ou não é gravada.',
    fonte: DAS_CHAVES,
    registro: 'chave',
    sql: 'SELECT c.id FROM chaves_de_idempotencia c WHERE c.status IS NULL',
  },
  {
    codigo: 'IDEMPOTENCIA.REPETIDA',
    descricao: 'Cada Idempotency-Key, de cada usuário em cada rota, guarda uma resposta só.',
    fonte: DAS_CHAVES,
    registro: 'chave',
    sql: `SELECT MAX(c.id) AS id FROM chaves_de_idempotencia c
           GROUP BY c.usuario_id, c.rota, c.chave HAVING COUNT(*) > 1`,
  },
];
