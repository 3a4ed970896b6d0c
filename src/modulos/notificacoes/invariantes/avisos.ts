import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

/** What the notices owe to the events. */
export const AVISOS: readonly Invariante[] = [
  {
    codigo: 'NOTIFICACOES.LEITO_LIBERADO_SEM_UM_AVISO',
    descricao: 'Cada leito liberado gerou exatamente um aviso, e nenhum aviso é de outra coisa.',
    fonte: 'DOMINIO §1, RF23',
    registro: 'evento',
    sql: `SELECT e.id FROM eventos e
            LEFT JOIN notificacoes n ON n.tipo = 'leito-liberado'
             AND n.referencia = CONCAT('leito:', e.agregado_id) AND n.ocorrencia = e.id
            LEFT JOIN entregas p ON p.evento_id = e.id AND p.status = 'PENDENTE'
             AND p.saga = 'notificacoes.avisar-leito-liberado'
           WHERE e.tipo = 'leitos.leito-liberado' AND p.id IS NULL
           GROUP BY e.id HAVING COUNT(n.id) <> 1`,
  },
];
