import { SEMPRE, sobrepostos } from '../../../plataforma/invariantes/consultas.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { ABERTOS, PRESENTES } from '../dominio/estados-da-internacao.js';

const FONTE = 'DOMINIO §2, Internação';
const lista = (estados: readonly string[]): string => `(${estados.map((e) => `'${e}'`).join(', ')})`;
const VALEM = lista([...PRESENTES, 'ENCERRADA']);

/** Each stay, its patient and the beds it took. */
export const ESTADIAS: readonly Invariante[] = [
  {
    codigo: 'INTERNACOES.DUAS_ABERTAS_DO_PACIENTE',
    descricao: 'Um paciente espera ou está internado uma vez só.',
    fonte: FONTE,
    registro: 'paciente',
    sql: `SELECT i.paciente_id AS id FROM internacoes i WHERE i.status IN ${lista(ABERTOS)}
           GROUP BY i.paciente_id HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'INTERNACOES.ESTADIAS_SOBREPOSTAS',
    descricao: 'As internações de um paciente nunca se sobrepõem, nem as contadas com atraso.',
    fonte: FONTE,
    registro: 'internacao',
    sql: sobrepostos(
      `SELECT id, paciente_id AS grupo, entrada AS inicio, saida AS fim FROM internacoes WHERE status IN ${VALEM}`,
    ),
  },
  {
    codigo: 'INTERNACOES.PRESENTE_SEM_LEITO',
    descricao: 'Quem está internado tem um trecho de ocupação aberto, e só um; quem não está, nenhum.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i LEFT JOIN ocupacoes o ON o.internacao_id = i.id AND o.fim IS NULL
           GROUP BY i.id, i.status HAVING COUNT(o.internacao_id) <> (i.status IN ${lista(PRESENTES)})`,
  },
  {
    codigo: 'INTERNACOES.NAO_VALE_E_OCUPOU',
    descricao:
      'Uma internação que só foi pedida, foi recusada ou foi cancelada não ocupa leito em tempo nenhum.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i JOIN ocupacoes o ON o.internacao_id = i.id
           WHERE i.status NOT IN ${VALEM}`,
  },
  {
    codigo: 'INTERNACOES.CANCELADA_SEM_TRECHO_ANULADO',
    descricao:
      'Uma internação cancelada depois da entrada guarda, anulados, os trechos que teve; nenhuma outra os tem.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i LEFT JOIN ocupacoes_anuladas a ON a.internacao_id = i.id
           WHERE (i.status = 'CANCELADA' AND i.entrada IS NOT NULL) <> (a.id IS NOT NULL)`,
  },
  {
    codigo: 'INTERNACOES.TRECHOS_FORA_DA_ESTADIA',
    descricao: 'Os trechos de uma internação vão da entrada à saída, um atrás do outro, sem intervalo.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i
            LEFT JOIN (SELECT internacao_id, inicio, fim,
                     LAG(fim) OVER (PARTITION BY internacao_id ORDER BY inicio, COALESCE(fim, ${SEMPRE}), id) AS antes,
                     ROW_NUMBER() OVER (PARTITION BY internacao_id ORDER BY inicio, COALESCE(fim, ${SEMPRE}), id) AS n,
                     COUNT(*) OVER (PARTITION BY internacao_id) AS trechos FROM ocupacoes) o ON o.internacao_id = i.id
           WHERE i.status IN ${VALEM} AND (o.n IS NULL OR (o.n = 1 AND o.inicio <> i.entrada)
              OR (o.n > 1 AND (o.antes IS NULL OR o.antes <> o.inicio))
              OR (o.n = o.trechos AND ((o.fim IS NULL) <> (i.saida IS NULL) OR o.fim <> i.saida)))`,
  },
  {
    codigo: 'INTERNACOES.SETOR_DE_OUTRO_LEITO',
    descricao: 'O setor de uma internação é o do leito em que o paciente está, ou esteve por último.',
    fonte: FONTE,
    registro: 'internacao',
    sql: `SELECT i.id FROM internacoes i
            JOIN (SELECT internacao_id, leito_id, ROW_NUMBER() OVER (PARTITION BY internacao_id
                          ORDER BY inicio DESC, COALESCE(fim, ${SEMPRE}) DESC, id DESC) AS n FROM ocupacoes) o
              ON o.internacao_id = i.id AND o.n = 1
            JOIN leitos l ON l.id = o.leito_id
           WHERE i.setor_id IS NULL OR i.setor_id <> l.setor_id`,
  },
];
