import { reacaoPendente } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

const FONTE = 'DOMINIO §2, Leito';
const DESISTIR = 'leitos.cancelar-reserva-ao-encerrar-solicitacao';
/** Turns of the task that ends what is due: as many as a minute has. */
const VEZES = 12;

const esquecido = (prazo: string): string =>
  `${VEZES} < (SELECT COUNT(*) FROM tarefas_vezes t WHERE t.tarefa = 'leitos.vencer-prazos' AND t.vez >= ${prazo})`;

/** What the row of a bed says is what is known of it elsewhere. */
export const LEITOS: readonly Invariante[] = [
  {
    codigo: 'LEITOS.OCUPADO_SEM_OCUPACAO',
    descricao: 'Um leito está OCUPADO se, e só se, tem uma ocupação aberta, e desde que ela começou.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l LEFT JOIN ocupacoes o ON o.leito_id = l.id AND o.fim IS NULL
           WHERE (l.status = 'OCUPADO') <> (o.id IS NOT NULL) OR o.inicio <> l.desde`,
  },
  {
    codigo: 'LEITOS.BLOQUEADO_SEM_BLOQUEIO',
    descricao:
      'Um leito está BLOQUEADO ou em MANUTENCAO se, e só se, tem aberto um bloqueio desse tipo, desde o mesmo instante e com o mesmo prazo.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l LEFT JOIN leitos_bloqueios b ON b.leito_id = l.id AND b.fim IS NULL
             AND b.inicio = l.desde AND b.tipo = CASE l.status WHEN 'BLOQUEADO' THEN 'BLOQUEIO' ELSE l.status END
             AND COALESCE(b.fim_previsto, '-') = COALESCE(l.vence_em, '-')
           WHERE (l.status IN ('BLOQUEADO','MANUTENCAO')) <> (b.id IS NOT NULL)
          UNION ALL SELECT b.leito_id AS id FROM leitos_bloqueios b JOIN leitos l ON l.id = b.leito_id
           WHERE b.fim IS NULL AND l.status NOT IN ('BLOQUEADO','MANUTENCAO')`,
  },
  {
    codigo: 'LEITOS.PERIODO_QUE_NAO_E_O_DO_LEITO',
    descricao:
      'Os períodos abertos de um leito dizem se ele é instalado, extra, maca e planejado como ele próprio.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l
            LEFT JOIN (SELECT leito_id, SUM(atributo = 'INSTALADO') AS instalado, SUM(atributo = 'EXTRA') AS extra,
                              SUM(atributo = 'MACA') AS maca, SUM(atributo = 'PLANEJADO') AS planejado
                         FROM leitos_periodos WHERE fim IS NULL GROUP BY leito_id) p ON p.leito_id = l.id
           WHERE COALESCE(p.instalado, 0) <> (l.instalado = 1 AND l.status <> 'DESATIVADO')
              OR COALESCE(p.extra, 0) <> (l.extra = 1 AND (l.instalado = 1 OR l.status <> 'DESATIVADO'))
              OR COALESCE(p.maca, 0) <> (l.maca = 1) OR COALESCE(p.planejado, 0) <> (l.planejado = 1)`,
  },
  {
    codigo: 'LEITOS.PRAZO_ESQUECIDO',
    descricao: 'O que tem hora para acabar num leito acaba na primeira vez da tarefa que cuida dos prazos.',
    fonte: FONTE,
    sql: `SELECT CONCAT('leito:', l.id) AS id FROM leitos l WHERE l.vence_em IS NOT NULL AND ${esquecido('l.vence_em')}
          UNION ALL SELECT CONCAT('plano:', p.id) AS id FROM leitos_planos p
           WHERE p.situacao = 'PENDENTE' AND p.ate IS NOT NULL AND ${esquecido('p.ate')}`,
  },
  {
    codigo: 'LEITOS.RESERVA_PARA_PEDIDO_ENCERRADO',
    descricao:
      'Um leito só fica reservado, ou prometido, para um pedido que ainda espera, e para o paciente desse pedido.',
    fonte: FONTE,
    sql: `SELECT CONCAT('leito:', l.id) AS id FROM leitos l JOIN internacoes i ON i.id = l.reserva_solicitacao_id
           WHERE (i.status <> 'SOLICITADA' OR i.paciente_id <> l.reserva_paciente_id)
             AND NOT ${reacaoPendente('internacao', 'i.id', [DESISTIR])}
          UNION ALL SELECT CONCAT('plano:', p.id) AS id FROM leitos_planos p JOIN internacoes i ON i.id = p.solicitacao_id
           WHERE p.situacao = 'PENDENTE' AND (i.status <> 'SOLICITADA' OR i.paciente_id <> p.paciente_id)
             AND NOT ${reacaoPendente('internacao', 'i.id', [DESISTIR])}`,
  },
  {
    codigo: 'LEITOS.SETOR_INATIVO_EM_USO',
    descricao: 'Um setor inativo só tem leitos desativados.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l JOIN setores s ON s.id = l.setor_id
           WHERE s.ativo = 0 AND l.status <> 'DESATIVADO'`,
  },
];
