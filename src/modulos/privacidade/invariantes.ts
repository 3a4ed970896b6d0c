import { chavesSemEfeito, deNinguem } from '../../plataforma/invariantes/consultas.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

export const INVARIANTES_DA_PRIVACIDADE = invariantes([
  {
    codigo: 'PRIVACIDADE.RESPOSTA_INCOMPLETA',
    descricao: 'Um pedido respondido diz o quê, quando e quem; um recusado, por quê.',
    fonte: 'LGPD, art. 18, §4º, e art. 19',
    registro: 'pedido-de-privacidade',
    sql: `SELECT p.id FROM pedidos_de_privacidade p
           WHERE (p.status <> 'ABERTO' AND (p.respondido_em IS NULL OR (p.respondido_por IS NULL AND p.tipo <> 'ELIMINACAO')))
              OR (p.status = 'ATENDIDO' AND p.resposta IS NULL) OR (p.status = 'RECUSADO' AND p.fundamento IS NULL)
              OR (p.status = 'ABERTO' AND (p.prazo IS NULL OR p.resposta IS NOT NULL OR p.respondido_em IS NOT NULL))`,
  },
  {
    codigo: 'PRIVACIDADE.ELIMINACAO_ACEITA',
    descricao:
      'Nenhum pedido de eliminação fica em aberto ou é atendido enquanto a lei manda guardar o prontuário.',
    fonte: 'Lei 13.787/2018, art. 6º',
    registro: 'pedido-de-privacidade',
    sql: `SELECT p.id FROM pedidos_de_privacidade p
           WHERE p.tipo = 'ELIMINACAO' AND (p.status <> 'RECUSADO' OR p.guarda_ate IS NULL)`,
  },
  {
    codigo: 'PRIVACIDADE.AUTOR_INEXISTENTE',
    descricao: 'Quem registrou, ou respondeu, um pedido é um usuário que existe.',
    fonte: 'DOMINIO §6',
    sql: deNinguem([
      ['pedido-de-privacidade', 'pedidos_de_privacidade', 'aberto_por'],
      ['pedido-de-privacidade', 'pedidos_de_privacidade', 'respondido_por'],
    ]),
  },
  {
    codigo: 'PRIVACIDADE.CHAVE_SEM_EFEITO',
    descricao: 'O pedido que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/privacidade/pedidos': 'pedidos_de_privacidade' }),
  },
]);
