import { chavesSemEfeito, deNinguem, foraDaMaquina } from '../../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { ANOTACOES_DO_LEITO, MAQUINA_DO_LEITO } from '../dominio/estados-do-leito.js';

const FONTE = 'DOMINIO §2, comum a todas as máquinas';
const INICIAIS = `(${MAQUINA_DO_LEITO.iniciais.map((estado) => `'${estado}'`).join(', ')})`;
const ANOTACOES = `(${ANOTACOES_DO_LEITO.map((acao) => `'${acao}'`).join(', ')})`;

/** The event of this kind that a step told, if it did. */
const contou = (apelido: string, tipo: string): string =>
  `LEFT JOIN eventos ${apelido} ON ${apelido}.agregado_tipo = 'leito' AND ${apelido}.agregado_id = h.leito_id
     AND ${apelido}.agregado_versao = h.versao AND ${apelido}.tipo = 'leitos.${tipo}'`;

/** What happened to each bed: the steps, and what they told the others. */
export const HISTORIA: readonly Invariante[] = [
  {
    codigo: 'LEITOS.HISTORIA_INTERROMPIDA',
    descricao: 'Cada passo da história de um leito parte do estado em que o anterior o deixou.',
    fonte: FONTE,
    registro: 'historico-do-leito',
    sql: `SELECT h.id FROM (SELECT id, de, LAG(para) OVER (PARTITION BY leito_id ORDER BY versao) AS antes
                              FROM leitos_historico) h
           WHERE h.antes <> h.de OR (h.antes IS NULL AND h.de NOT IN ${INICIAIS})`,
  },
  {
    codigo: 'LEITOS.ESTADO_QUE_A_HISTORIA_NAO_CONTA',
    descricao:
      'Um leito está no estado em que a sua história o deixou; sem história, no estado em que nasceu.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l
            LEFT JOIN (SELECT leito_id, MAX(versao) AS versao FROM leitos_historico GROUP BY leito_id) u
              ON u.leito_id = l.id
            LEFT JOIN leitos_historico h ON h.leito_id = l.id AND h.versao = u.versao
           WHERE h.para <> l.status OR h.versao > l.versao OR (h.id IS NULL AND l.status NOT IN ${INICIAIS})`,
  },
  {
    codigo: 'LEITOS.PASSO_FORA_DA_MAQUINA',
    descricao: 'Um leito só muda de estado por uma das transições declaradas.',
    fonte: FONTE,
    registro: 'historico-do-leito',
    sql: `SELECT h.id FROM leitos_historico h
           WHERE CASE WHEN h.acao IN ${ANOTACOES} THEN h.de <> h.para
                      ELSE ${foraDaMaquina(MAQUINA_DO_LEITO, { de: 'h.de', acao: 'h.acao', para: 'h.para' })} END`,
  },
  {
    codigo: 'LEITOS.MUDANCA_SEM_EVENTO',
    descricao:
      'Cada mudança de estado de um leito conta, uma vez, o que dela interessa aos outros: desocupado, ocupado, liberado (salvo se só de passagem) ou outra mudança.',
    fonte: `${FONTE}; RF23`,
    registro: 'historico-do-leito',
    sql: `SELECT h.id FROM leitos_historico h ${contou('d', 'leito-desocupado')} ${contou('o', 'leito-ocupado')}
            ${contou('l', 'leito-liberado')} ${contou('m', 'leito-mudou-de-estado')}
            LEFT JOIN leitos_historico s
              ON s.leito_id = h.leito_id AND s.versao = h.versao + 1 AND s.registrado_em = h.registrado_em
           WHERE h.de <> h.para AND ${depoisDaCarga('h.registrado_em')}
             AND ((d.id IS NOT NULL) <> (h.de = 'OCUPADO') OR (o.id IS NOT NULL) <> (h.para = 'OCUPADO')
               OR (l.id IS NOT NULL AND h.para <> 'LIVRE') OR (l.id IS NULL AND h.para = 'LIVRE' AND s.id IS NULL)
               OR (m.id IS NOT NULL) <> (d.id IS NULL AND o.id IS NULL AND l.id IS NULL))`,
  },
  {
    codigo: 'LEITOS.EVENTO_SEM_MUDANCA',
    descricao: 'Nenhum evento conta de um leito o que a sua história não conta.',
    fonte: FONTE,
    registro: 'evento',
    sql: `SELECT e.id FROM eventos e
            LEFT JOIN leitos_historico h ON h.leito_id = e.agregado_id AND h.versao = e.agregado_versao
             AND CASE e.tipo WHEN 'leitos.leito-desocupado' THEN h.de = 'OCUPADO' AND h.para <> 'OCUPADO'
                             WHEN 'leitos.leito-ocupado' THEN h.de <> 'OCUPADO' AND h.para = 'OCUPADO'
                             WHEN 'leitos.leito-liberado' THEN h.de <> 'LIVRE' AND h.para = 'LIVRE'
                             WHEN 'leitos.leito-mudou-de-estado' THEN h.de <> h.para
                             WHEN 'leitos.bloqueio-passado-registrado' THEN h.acao = 'registrar-bloqueio' END
           WHERE e.agregado_tipo = 'leito' AND h.id IS NULL`,
  },
  {
    codigo: 'LEITOS.AUTOR_INEXISTENTE',
    descricao: 'Quem fez algo a um leito é um usuário que existe.',
    fonte: FONTE,
    sql: deNinguem([
      ['leito', 'leitos', 'manutencao_autor_id'],
      ['historico-do-leito', 'leitos_historico', 'autor_id'],
      ['bloqueio', 'leitos_bloqueios', 'autor_id'],
      ['plano', 'leitos_planos', 'autor_id'],
      ['ocupacao-anulada', 'ocupacoes_anuladas', 'autor_id'],
    ]),
  },
  {
    codigo: 'LEITOS.CHAVE_SEM_EFEITO',
    descricao: 'O setor ou o leito que uma Idempotency-Key diz ter criado existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/setores': 'setores', '/v1/leitos': 'leitos' }),
  },
];
