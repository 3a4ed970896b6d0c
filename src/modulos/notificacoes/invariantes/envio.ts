import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { MAXIMO_DE_TENTATIVAS } from '../dominio/nova-tentativa.js';

const FONTE = 'DOMINIO §2, Notificação';

/** Each notice, and its place in the queue. */
export const ENVIO: readonly Invariante[] = [
  {
    codigo: 'NOTIFICACOES.FORA_DA_FILA',
    descricao: 'Um aviso está na fila de envio se, e só se, está por enviar ou sendo enviado.',
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT a.id FROM notificacoes a LEFT JOIN notificacoes_fila f ON f.notificacao_id = a.id
           WHERE (a.status IN ('NA_FILA','ENVIANDO')) <> (f.notificacao_id IS NOT NULL)
          UNION ALL SELECT f.notificacao_id AS id FROM notificacoes_fila f
            LEFT JOIN notificacoes a ON a.id = f.notificacao_id WHERE a.id IS NULL`,
  },
  {
    codigo: 'NOTIFICACOES.POSSE_PELA_METADE',
    descricao: 'Um aviso tomado por alguém diz por quem e até quando.',
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT f.notificacao_id AS id FROM notificacoes_fila f
           WHERE (f.dono IS NULL) <> (f.dono_ate IS NULL)`,
  },
  {
    codigo: 'NOTIFICACOES.REPETIDA',
    descricao: 'De cada ocorrência, cada pessoa recebe um aviso só por canal.',
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT MAX(a.id) AS id FROM notificacoes a
           GROUP BY a.tipo, a.referencia, a.canal, a.destinatario, a.ocorrencia HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'NOTIFICACOES.MESSAGE_ID_REPETIDO',
    descricao: 'O Message-ID, que faz reconhecer as cópias de um aviso, não é o de nenhum outro.',
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT MAX(a.id) AS id FROM notificacoes a WHERE a.message_id IS NOT NULL
           GROUP BY a.message_id HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'NOTIFICACOES.ENVIADA_SEM_TENTATIVA',
    descricao: 'Só se diz enviado, ou abandonado, o aviso que se tentou enviar.',
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT a.id FROM notificacoes a
           WHERE a.tentativas < 1 AND a.status IN ('ENVIANDO','ENVIADA','FALHA_TEMPORARIA','FALHA_DEFINITIVA')`,
  },
  {
    codigo: 'NOTIFICACOES.TENTATIVAS_DEMAIS',
    descricao: `Nenhum aviso é tentado mais de ${MAXIMO_DE_TENTATIVAS} vezes sem que alguém o reenvie.`,
    fonte: FONTE,
    registro: 'notificacao',
    sql: `SELECT a.id FROM notificacoes a WHERE a.tentativas > ${MAXIMO_DE_TENTATIVAS}`,
  },
];
