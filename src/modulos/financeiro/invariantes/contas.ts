import { reacaoPendente } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

const FONTE = 'DOMINIO §2, Conta e lançamento; RF24';
const ABRIR = 'financeiro.abrir-conta-ao-internar';
const FECHAR = 'financeiro.fechar-conta-ao-conceder-alta';
const CANCELAR = 'financeiro.cancelar-conta-ao-cancelar-internacao';

const falta = (...sagas: string[]): string => reacaoPendente('internacao', 'i.id', sagas);

const FINAIS_ATIVOS = `(SELECT COUNT(*) FROM contas c
    JOIN lancamentos l ON l.conta_id = c.id AND l.tipo = 'FINAL' AND l.ativo = 1 WHERE c.internacao_id = i.id)`;

/** What the accounts owe to the stays. */
export const CONTAS: readonly Invariante[] = [
  {
    codigo: 'FINANCEIRO.ENCERRADA_SEM_UM_FINAL',
    descricao: 'Cada internação encerrada tem exatamente um lançamento FINAL ativo.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i
           WHERE i.status = 'ENCERRADA' AND ${FINAIS_ATIVOS} <> 1 AND NOT ${falta(FECHAR)}`,
  },
  {
    codigo: 'FINANCEIRO.FINAL_DE_QUEM_NAO_SAIU',
    descricao: 'Só internações encerradas têm lançamento FINAL ativo.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM lancamentos l JOIN contas c ON c.id = l.conta_id JOIN internacoes i ON i.id = c.internacao_id
           WHERE l.tipo = 'FINAL' AND l.ativo = 1 AND i.status <> 'ENCERRADA' AND NOT ${falta(CANCELAR)}`,
  },
  {
    codigo: 'FINANCEIRO.CONTA_QUE_NAO_ACOMPANHA',
    descricao:
      'A conta acompanha a internação: ABERTA desde a entrada, FECHADA na saída, CANCELADA com ela; quem não entrou não tem conta.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i LEFT JOIN contas c ON c.internacao_id = i.id
           WHERE (COALESCE(c.status, 'NENHUMA') <> CASE WHEN i.entrada IS NULL THEN 'NENHUMA'
                    WHEN i.status = 'ENCERRADA' THEN 'FECHADA' WHEN i.status = 'CANCELADA' THEN 'CANCELADA'
                    ELSE 'ABERTA' END
                  OR c.abertura <> i.entrada OR c.fechamento <> i.saida)
             AND NOT ${falta(ABRIR, FECHAR, CANCELAR)}`,
  },
  {
    codigo: 'FINANCEIRO.DUAS_CONTAS',
    descricao: 'Uma internação tem uma conta só.',
    fonte: FONTE,
    registro: 'internacao',
    sql: 'SELECT c.internacao_id AS id FROM contas c GROUP BY c.internacao_id HAVING COUNT(*) > 1',
  },
  {
    codigo: 'FINANCEIRO.COBRANCA_DE_OUTRA_CONTA',
    descricao: 'O que se cobra por uma conta diz que vem da internação dela, e é do paciente dela.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l JOIN contas c ON c.id = l.conta_id JOIN internacoes i ON i.id = c.internacao_id
           WHERE l.origem <> CONCAT('internacao:', i.id) OR l.paciente_id <> i.paciente_id`,
  },
];
