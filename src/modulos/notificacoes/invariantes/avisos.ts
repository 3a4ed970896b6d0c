import { desencontros } from '../../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

/** Events of this type to which the saga has already reacted, or died trying, and the notices there are of them. */
const umAvisoPara = (evento: string, saga: string, aviso: string): string =>
  desencontros(
    `SELECT e.id, '' AS fato FROM eventos e
       LEFT JOIN entregas n ON n.evento_id = e.id AND n.saga = '${saga}' AND n.status = 'PENDENTE'
      WHERE e.tipo = '${evento}' AND n.id IS NULL`,
    `SELECT a.ocorrencia AS id, '' AS fato FROM notificacoes a
      WHERE a.tipo = '${aviso}' AND ${depoisDaCarga('a.criada_em')}`,
  );

/** Which event about an account its owner is told of, by which saga, in which e-mail (RF16). */
const DA_CONTA = [
  ['acesso.conta-criada', 'mandar-verificacao', 'verificacao-de-email'],
  ['acesso.verificacao-pedida', 'mandar-verificacao-de-novo', 'reenvio-da-verificacao'],
  ['acesso.email-verificado', 'dar-boas-vindas', 'boas-vindas'],
  ['acesso.redefinicao-pedida', 'mandar-redefinicao', 'redefinicao-de-senha'],
  ['acesso.senha-trocada', 'avisar-senha-trocada', 'senha-trocada'],
  ['acesso.cadastro-repetido', 'avisar-cadastro-repetido', 'cadastro-repetido'],
] as const;

/** What the notices owe to the events. */
export const AVISOS: readonly Invariante[] = [
  {
    codigo: 'NOTIFICACOES.CONTA_SEM_UM_AVISO',
    descricao:
      'De cada fato de uma conta o dono dela recebe exatamente um e-mail, e nenhum é de outra coisa.',
    fonte: 'DOMINIO §1, RF16',
    registro: 'evento',
    sql: DA_CONTA.map(([evento, saga, aviso]) => umAvisoPara(evento, `notificacoes.${saga}`, aviso)).join(
      '\nUNION ALL\n',
    ),
  },
  {
    codigo: 'NOTIFICACOES.LEITO_LIBERADO_SEM_UM_AVISO',
    descricao: 'Cada leito que ficou livre gerou exatamente um aviso, e nenhum aviso disso é de outra coisa.',
    fonte: 'DOMINIO §1, RF23',
    registro: 'evento',
    sql: umAvisoPara('leitos.leito-liberado', 'notificacoes.avisar-leito-liberado', 'leito-liberado'),
  },
  {
    codigo: 'NOTIFICACOES.ENTREGA_MORTA_SEM_UM_AVISO',
    descricao:
      'Cada reação que esgotou as tentativas gerou exatamente um aviso, e nenhum aviso disso é de outra coisa.',
    fonte: 'DOMINIO §1, RF26',
    registro: 'evento',
    sql: umAvisoPara('plataforma.entrega-morta', 'notificacoes.avisar-entrega-morta', 'entrega-morta'),
  },
  {
    codigo: 'NOTIFICACOES.EMERGENCIA_SEM_UM_AVISO',
    descricao:
      'Cada acesso de emergência gerou exatamente um aviso a quem cuida da privacidade, e nenhum aviso disso é de outra coisa.',
    fonte: 'ADR 0014',
    registro: 'evento',
    sql: umAvisoPara(
      'cuidados.acesso-de-emergencia-aberto',
      'notificacoes.avisar-acesso-de-emergencia',
      'acesso-de-emergencia',
    ),
  },
  {
    codigo: 'NOTIFICACOES.ABANDONO_SEM_EVENTO',
    descricao: 'Cada vez que se desiste de um envio, ou se pede outro, um evento o conta.',
    fonte: 'DOMINIO §2, Notificação',
    registro: 'notificacao',
    sql: `SELECT a.id FROM notificacoes a
            LEFT JOIN (SELECT agregado_id, SUM(tipo = 'notificacoes.envio-falhou') AS falhas,
                              SUM(tipo = 'notificacoes.reenvio-pedido') AS pedidos
                         FROM eventos WHERE agregado_tipo = 'notificacao' GROUP BY agregado_id) e ON e.agregado_id = a.id
           WHERE COALESCE(e.falhas, 0) - COALESCE(e.pedidos, 0) <> (a.status = 'FALHA_DEFINITIVA')
             AND ${depoisDaCarga('a.criada_em')}`,
  },
];
