import { desencontros, sobrepostos } from '../../../plataforma/invariantes/consultas.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

const FONTE = 'DOMINIO §2, Leito: a ocupação é um intervalo';

/** Who was in which bed, and when nobody could be. */
export const OCUPACOES: readonly Invariante[] = [
  {
    codigo: 'LEITOS.DUAS_OCUPACOES_ABERTAS',
    descricao: 'Um leito tem no máximo uma ocupação aberta.',
    fonte: FONTE,
    registro: 'leito',
    sql: 'SELECT o.leito_id AS id FROM ocupacoes o WHERE o.fim IS NULL GROUP BY o.leito_id HAVING COUNT(*) > 1',
  },
  {
    codigo: 'LEITOS.OCUPACOES_SOBREPOSTAS',
    descricao: 'As ocupações de um leito nunca se sobrepõem, nem as contadas com atraso.',
    fonte: FONTE,
    registro: 'ocupacao',
    sql: sobrepostos('SELECT id, leito_id AS grupo, inicio, fim FROM ocupacoes'),
  },
  {
    codigo: 'LEITOS.BLOQUEIOS_SOBREPOSTOS',
    descricao: 'Os bloqueios e as manutenções de um leito nunca se sobrepõem.',
    fonte: FONTE,
    registro: 'bloqueio',
    sql: sobrepostos('SELECT id, leito_id AS grupo, inicio, fim FROM leitos_bloqueios'),
  },
  {
    codigo: 'LEITOS.OCUPACAO_DURANTE_BLOQUEIO',
    descricao: 'Ninguém ocupa um leito enquanto ele está bloqueado ou em manutenção.',
    fonte: FONTE,
    sql: sobrepostos(
      `SELECT CONCAT('ocupacao:', id) AS id, 0 AS classe, leito_id AS grupo, inicio, fim FROM ocupacoes
       UNION ALL SELECT CONCAT('bloqueio:', id) AS id, 1 AS classe, leito_id AS grupo, inicio, fim FROM leitos_bloqueios`,
      { classes: true },
    ),
  },
  {
    codigo: 'LEITOS.OCUPACAO_EM_OBSERVACAO',
    descricao: 'Leitos de observação não recebem internações.',
    fonte: FONTE,
    registro: 'ocupacao',
    sql: "SELECT o.id FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id WHERE l.classe <> 'INTERNACAO'",
  },
  {
    codigo: 'LEITOS.OCUPACAO_FORA_DA_INSTALACAO',
    descricao: 'Um leito só é ocupado enquanto existe: instalado, ou como leito extra.',
    fonte: FONTE,
    registro: 'ocupacao',
    sql: `SELECT o.id FROM ocupacoes o WHERE NOT EXISTS (
            SELECT 1 FROM leitos_periodos p WHERE p.leito_id = o.leito_id AND p.atributo IN ('INSTALADO','EXTRA')
               AND (p.inicio IS NULL OR p.inicio <= o.inicio) AND (p.fim IS NULL OR p.fim >= o.fim))`,
  },
  {
    codigo: 'LEITOS.PERIODOS_SOBREPOSTOS',
    descricao:
      'Os períodos em que um leito foi instalado, extra, maca ou planejado não se sobrepõem aos do mesmo tipo.',
    fonte: FONTE,
    registro: 'periodo',
    sql: sobrepostos(
      `SELECT id, CONCAT(leito_id, atributo) AS grupo, COALESCE(inicio, '1000-01-01') AS inicio, fim
         FROM leitos_periodos`,
    ),
  },
  {
    codigo: 'LEITOS.ENTRADA_SEM_HISTORIA',
    descricao: 'Cada entrada num leito, ainda que anulada depois, está na história dele, e só elas.',
    fonte: FONTE,
    registro: 'leito',
    sql: desencontros(
      `SELECT leito_id AS id, inicio AS fato FROM ocupacoes
       UNION ALL SELECT leito_id AS id, inicio AS fato FROM ocupacoes_anuladas`,
      "SELECT leito_id AS id, em AS fato FROM leitos_historico WHERE acao IN ('ocupar','registrar-estadia')",
    ),
  },
];
