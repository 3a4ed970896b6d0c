import { descricaoDoEvento } from '../eventos/evento.js';
import { EntregaMorta } from '../eventos/entrega-morta.js';
import { desencontros } from './consultas.js';
import type { Invariante } from './invariante.js';

const FONTE = 'DESIGN §5';
const { tipo: MORTE } = descricaoDoEvento(EntregaMorta);

/** What holds of the deliveries that events owe, and of the table from which they are taken. */
export const ENTREGAS: readonly Invariante[] = [
  {
    codigo: 'ENTREGAS.EVENTO_SEM_ENTREGA',
    descricao: 'Desde que uma reação existe, todo evento que ela escuta tem uma entrega para ela.',
    fonte: FONTE,
    registro: 'evento',
    sql: `SELECT e.id FROM :escutas q
            JOIN (SELECT saga, MIN(evento_id) AS primeiro FROM entregas GROUP BY saga) d ON d.saga = q.saga
            JOIN eventos e ON e.tipo = q.tipo AND e.id >= d.primeiro
            LEFT JOIN entregas n ON n.evento_id = e.id AND n.saga = q.saga
           WHERE n.id IS NULL`,
  },
  {
    codigo: 'ENTREGAS.EM_DOBRO',
    descricao: 'Cada evento tem no máximo uma entrega para cada reação.',
    fonte: FONTE,
    registro: 'entrega',
    sql: 'SELECT MAX(n.id) AS id FROM entregas n GROUP BY n.evento_id, n.saga HAVING COUNT(*) > 1',
  },
  {
    codigo: 'ENTREGAS.PENDENTE_FORA_DA_FILA',
    descricao: 'Toda entrega pendente está na fila das prontas.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT n.id FROM entregas n LEFT JOIN entregas_prontas p ON p.entrega_id = n.id
           WHERE n.status = 'PENDENTE' AND p.entrega_id IS NULL`,
  },
  {
    codigo: 'ENTREGAS.NA_FILA_SEM_ESTAR_PENDENTE',
    descricao: 'Na fila das prontas só há entregas que existem e estão pendentes.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT p.entrega_id AS id FROM entregas_prontas p LEFT JOIN entregas n ON n.id = p.entrega_id
           WHERE n.id IS NULL OR n.status <> 'PENDENTE'`,
  },
  {
    codigo: 'ENTREGAS.FILA_DE_OUTRO',
    descricao: 'Na fila, a entrega espera pela sua própria reação e entre as do seu próprio registro.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT n.id FROM entregas_prontas p JOIN entregas n ON n.id = p.entrega_id
            JOIN eventos e ON e.id = n.evento_id
           WHERE p.saga <> n.saga OR p.chave <> CONCAT(e.agregado_tipo, ':', e.agregado_id)`,
  },
  {
    codigo: 'ENTREGAS.POSSE_PELA_METADE',
    descricao: 'Uma entrega tomada por alguém diz por quem e até quando.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT p.entrega_id AS id FROM entregas_prontas p
           WHERE (p.dono IS NULL) <> (p.dono_ate IS NULL)`,
  },
  {
    codigo: 'ENTREGAS.ESQUECIDA',
    descricao:
      'Nenhuma entrega espera, livre e na hora, por quem a faça: se há um processo que entrega eventos.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT p.entrega_id AS id FROM entregas_prontas p
           WHERE p.disponivel_em <= :prazo AND (p.dono_ate IS NULL OR p.dono_ate <= :prazo)`,
  },
  {
    codigo: 'ENTREGAS.PASSOU_A_FRENTE',
    descricao:
      'Uma reação vê os eventos de cada registro em ordem: nada se conclui antes do que veio primeiro.',
    fonte: FONTE,
    registro: 'entrega',
    sql: `SELECT n.id FROM (SELECT p.saga, e.agregado_tipo, e.agregado_id, MIN(d.id) AS entrega_id
                   FROM entregas_prontas p JOIN entregas d ON d.id = p.entrega_id AND d.mortes = 0
                   JOIN eventos e ON e.id = d.evento_id GROUP BY p.saga, e.agregado_tipo, e.agregado_id) q
            JOIN eventos f ON f.agregado_tipo = q.agregado_tipo AND f.agregado_id = q.agregado_id
            JOIN entregas n ON n.evento_id = f.id AND n.saga = q.saga AND n.id > q.entrega_id
           WHERE n.status = 'CONCLUIDA'`,
  },
  {
    codigo: 'ENTREGAS.CONCLUIDA_SEM_INSTANTE',
    descricao: 'Uma entrega diz quando foi concluída se, e só se, foi.',
    fonte: FONTE,
    registro: 'entrega',
    sql: "SELECT n.id FROM entregas n WHERE (n.status = 'CONCLUIDA') <> (n.concluida_em IS NOT NULL)",
  },
  {
    codigo: 'ENTREGAS.MORTE_SEM_EVENTO',
    descricao: 'Cada morte de uma entrega é anunciada uma vez por um evento; a da reação às mortes, nenhuma.',
    fonte: FONTE,
    registro: 'entrega',
    sql: desencontros(
      `SELECT n.id, k.morte AS fato FROM entregas n JOIN eventos e ON e.id = n.evento_id AND e.tipo <> '${MORTE}'
         JOIN (SELECT DISTINCT mortes AS morte FROM entregas WHERE mortes > 0) k ON k.morte <= n.mortes`,
      `SELECT e.agregado_id AS id, e.agregado_versao AS fato FROM eventos e WHERE e.tipo = '${MORTE}'`,
    ),
  },
  {
    codigo: 'ENTREGAS.MORTA_SEM_MORTE',
    descricao: 'Uma entrega morta morreu ao menos uma vez.',
    fonte: FONTE,
    registro: 'entrega',
    sql: "SELECT n.id FROM entregas n WHERE n.status = 'MORTA' AND n.mortes < 1",
  },
];
