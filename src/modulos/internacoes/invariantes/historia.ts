import {
  chavesSemEfeito,
  deNinguem,
  desencontros,
  foraDaMaquina,
  foraDaSequencia,
} from '../../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { ESTADOS_DA_INTERNACAO } from '../dominio/estados-da-internacao.js';

const FONTE = 'DOMINIO §2, comum a todas as máquinas';

/** What each movement tells the rest of the hospital. */
const EVENTO_DO_MOVIMENTO = `CASE m.tipo WHEN 'SOLICITACAO' THEN 'internacoes.internacao-solicitada'
  WHEN 'ADMISSAO' THEN 'internacoes.paciente-internado' WHEN 'TRANSFERENCIA' THEN 'internacoes.paciente-transferido'
  WHEN 'ALTA_CLINICA' THEN 'internacoes.alta-clinica-dada' WHEN 'ALTA' THEN 'internacoes.alta-concedida'
  WHEN 'SAIDA' THEN 'internacoes.alta-concedida' WHEN 'REABERTURA' THEN 'internacoes.internacao-reaberta'
  WHEN 'CANCELAMENTO' THEN CASE m.estado_anterior WHEN 'SOLICITADA' THEN 'internacoes.solicitacao-encerrada'
                                                  ELSE 'internacoes.internacao-cancelada' END
  WHEN 'RECUSA' THEN 'internacoes.solicitacao-encerrada' ELSE 'internacoes.alta-prevista' END`;

/** What happened to each stay: the movements, and what they told the others. */
export const HISTORIA: readonly Invariante[] = [
  {
    codigo: 'INTERNACOES.MOVIMENTACAO_FORA_DA_SEQUENCIA',
    descricao:
      'As movimentações de uma internação vão de 1 em diante, e cada uma parte do estado em que a anterior a deixou.',
    fonte: FONTE,
    registro: 'movimentacao',
    sql: foraDaSequencia({
      tabela: 'internacoes_movimentacoes',
      dono: 'internacao_id',
      ordem: 'ordem',
      de: 'estado_anterior',
      para: 'estado_novo',
    }),
  },
  {
    codigo: 'INTERNACOES.ESTADO_QUE_AS_MOVIMENTACOES_NAO_CONTAM',
    descricao: 'Uma internação está no estado em que a última movimentação a deixou, e sabe quantas teve.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i
            LEFT JOIN (SELECT internacao_id, MAX(ordem) AS ordem FROM internacoes_movimentacoes GROUP BY internacao_id) u
              ON u.internacao_id = i.id
            LEFT JOIN internacoes_movimentacoes m ON m.internacao_id = i.id AND m.ordem = u.ordem
           WHERE m.id IS NULL OR m.ordem <> i.movimentos OR m.estado_novo <> i.status`,
  },
  {
    codigo: 'INTERNACOES.PASSO_FORA_DA_MAQUINA',
    descricao: 'Uma internação só nasce num estado inicial e só muda por uma das transições declaradas.',
    fonte: FONTE,
    registro: 'movimentacao',
    sql: `SELECT m.id FROM internacoes_movimentacoes m
           WHERE CASE WHEN m.estado_anterior IS NULL
                      THEN m.estado_novo NOT IN (${ESTADOS_DA_INTERNACAO.iniciais.map((e) => `'${e}'`).join(', ')})
                      ELSE ${foraDaMaquina(ESTADOS_DA_INTERNACAO, { de: 'm.estado_anterior', para: 'm.estado_novo' })} END`,
  },
  {
    codigo: 'INTERNACOES.TRECHO_SEM_MOVIMENTACAO',
    descricao:
      'Cada entrada num leito, ainda que anulada depois, é uma admissão ou uma transferência da internação, e só elas.',
    fonte: FONTE,
    registro: 'internacao',
    sql: desencontros(
      `SELECT internacao_id AS id, CONCAT(leito_id, ' ', inicio) AS fato FROM ocupacoes
       UNION ALL SELECT internacao_id AS id, CONCAT(leito_id, ' ', inicio) AS fato FROM ocupacoes_anuladas`,
      `SELECT internacao_id AS id, CONCAT(para_leito_id, ' ', em) AS fato FROM internacoes_movimentacoes
        WHERE tipo IN ('ADMISSAO','TRANSFERENCIA')`,
    ),
  },
  {
    codigo: 'INTERNACOES.MOVIMENTACAO_SEM_EVENTO',
    descricao:
      'Cada movimentação é contada ao resto do hospital por um evento, e nenhum evento conta outra coisa.',
    fonte: FONTE,
    registro: 'internacao',
    sql: desencontros(
      `SELECT m.internacao_id AS id, ${EVENTO_DO_MOVIMENTO} AS fato FROM internacoes_movimentacoes m
        WHERE ${depoisDaCarga('m.registrado_em')}
       UNION ALL SELECT m.internacao_id AS id, 'internacoes.solicitacao-encerrada' AS fato FROM internacoes_movimentacoes m
        WHERE m.tipo = 'ADMISSAO' AND m.estado_anterior = 'SOLICITADA' AND ${depoisDaCarga('m.registrado_em')}`,
      "SELECT e.agregado_id AS id, e.tipo AS fato FROM eventos e WHERE e.agregado_tipo = 'internacao'",
    ),
  },
  {
    codigo: 'INTERNACOES.AUTOR_INEXISTENTE',
    descricao: 'Quem fez algo a uma internação é um usuário que existe.',
    fonte: FONTE,
    sql: deNinguem([
      ['internacao', 'internacoes', 'autor_id'],
      ['movimentacao', 'internacoes_movimentacoes', 'autor_id'],
    ]),
  },
  {
    codigo: 'INTERNACOES.CHAVE_SEM_EFEITO',
    descricao: 'A internação que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({
      '/v1/internacoes': 'internacoes',
      '/v1/internacoes/solicitacoes': 'internacoes',
    }),
  },
];
