import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { reacaoPendente } from '../../../plataforma/invariantes/reacao-pendente.js';

const FONTE = 'DOMINIO §2, Conta e lançamento';
const FECHAR = 'financeiro.fechar-conta-ao-conceder-alta';

/** What the accounts owe to the stays. */
export const CONTAS: readonly Invariante[] = [
  {
    codigo: 'FINANCEIRO.ENCERRADA_SEM_UM_FINAL',
    descricao: 'Cada internação encerrada tem exatamente um lançamento FINAL ativo.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i
           WHERE i.status = 'ENCERRADA' AND 1 <> (SELECT COUNT(*) FROM contas c
                   JOIN lancamentos l ON l.conta_id = c.id AND l.tipo = 'FINAL' AND l.ativo = 1
                  WHERE c.internacao_id = i.id)
             AND NOT ${reacaoPendente('internacao', 'i.id', [FECHAR])}`,
  },
];
