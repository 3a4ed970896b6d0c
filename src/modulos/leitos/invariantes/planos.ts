import { desencontros, sobrepostos } from '../../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

const FONTE = 'DOMINIO §2, Leito: todo comando em?, ate?';

/** What was asked of the beds in advance. */
export const PLANOS: readonly Invariante[] = [
  {
    codigo: 'LEITOS.PLANO_QUE_O_LEITO_NAO_SABE',
    descricao: 'Um leito sabe quando começa o primeiro dos seus planos pendentes.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l
            LEFT JOIN (SELECT leito_id, MIN(inicio) AS inicio FROM leitos_planos
                        WHERE situacao = 'PENDENTE' GROUP BY leito_id) p ON p.leito_id = l.id
           WHERE (l.plano_em IS NULL) <> (p.inicio IS NULL) OR p.inicio <> l.plano_em`,
  },
  {
    codigo: 'LEITOS.PLANO_EM_LEITO_DESATIVADO',
    descricao: 'Nada fica planejado para um leito desativado.',
    fonte: FONTE,
    registro: 'plano',
    sql: `SELECT p.id FROM leitos_planos p JOIN leitos l ON l.id = p.leito_id
           WHERE p.situacao = 'PENDENTE' AND l.status = 'DESATIVADO'`,
  },
  {
    codigo: 'LEITOS.PLANOS_SOBREPOSTOS',
    descricao: 'Os planos pendentes de um leito não se sobrepõem.',
    fonte: FONTE,
    registro: 'plano',
    sql: sobrepostos(
      "SELECT id, leito_id AS grupo, inicio, ate AS fim FROM leitos_planos WHERE situacao = 'PENDENTE'",
    ),
  },
  {
    codigo: 'LEITOS.PLANO_SEM_EVENTO',
    descricao: 'Um plano que não vai mais acontecer é anunciado uma vez por um evento; nenhum outro plano é.',
    fonte: FONTE,
    registro: 'plano',
    sql: desencontros(
      `SELECT p.id, '' AS fato FROM leitos_planos p
        WHERE p.situacao IN ('CANCELADO','PERDIDO') AND ${depoisDaCarga('p.resolvido_em')}`,
      `SELECT e.agregado_id AS id, '' AS fato FROM eventos e WHERE e.tipo = 'leitos.plano-resolvido'`,
    ),
  },
];
