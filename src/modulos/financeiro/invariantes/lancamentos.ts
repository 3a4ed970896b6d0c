import { FATOR_UM } from '../dominio/valor-da-linha.js';
import {
  deNinguem,
  desencontros,
  foraDaMaquina,
  foraDaSequencia,
} from '../../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../../plataforma/invariantes/em-curso.js';
import type { Invariante } from '../../../plataforma/invariantes/invariante.js';
import { ESTADOS_DO_LANCAMENTO } from '../dominio/estados-do-lancamento.js';

const FONTE = 'DOMINIO §2, Conta e lançamento';
const DA_CONTA = 'DOMINIO §4';

/** What the exact value of a line has over the one it should have, in ten-thousandths of a centavo. */
const SOBRA = `(x.valor * ${FATOR_UM} - x.quantidade * x.preco_unitario * x.fator)`;

/** Each charge: its lines, its steps, and what they told the others. */
export const LANCAMENTOS: readonly Invariante[] = [
  {
    codigo: 'FINANCEIRO.LINHA_MAL_CALCULADA',
    descricao: 'O valor de uma linha é quantidade × preço × fator, arredondado ao centavo, metade para cima.',
    fonte: DA_CONTA,
    registro: 'linha-do-lancamento',
    sql: `SELECT x.id FROM lancamentos_linhas x WHERE 2 * ${SOBRA} > ${FATOR_UM} OR 2 * ${SOBRA} <= -${FATOR_UM}`,
  },
  {
    codigo: 'FINANCEIRO.LINHAS_QUE_NAO_SOMAM',
    descricao: 'As linhas de um lançamento somam o seu valor.',
    fonte: DA_CONTA,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l
            LEFT JOIN (SELECT lancamento_id, SUM(valor) AS valor FROM lancamentos_linhas GROUP BY lancamento_id) x
              ON x.lancamento_id = l.id
           WHERE COALESCE(x.valor, 0) <> l.valor AND (l.conta_id IS NOT NULL OR x.valor IS NOT NULL)`,
  },
  {
    codigo: 'FINANCEIRO.RASCUNHO_SEM_MOTIVO',
    descricao: 'Um lançamento espera em rascunho se, e só se, lhe falta um preço ou não há o que cobrar.',
    fonte: DA_CONTA,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l
           WHERE l.conta_id IS NOT NULL AND l.status NOT IN ('CANCELADO','ESTORNADO')
             AND (l.status = 'RASCUNHO') <> (l.valor = 0 OR EXISTS (
                   SELECT 1 FROM lancamentos_linhas x WHERE x.lancamento_id = l.id AND x.sem_preco = 1))`,
  },
  {
    codigo: 'FINANCEIRO.ATIVO_EM_DOBRO',
    descricao: 'De cada origem há no máximo um lançamento ativo do mesmo tipo e parte.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: `SELECT MAX(l.id) AS id FROM lancamentos l WHERE l.ativo = 1
           GROUP BY l.origem, l.tipo, l.parte HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'FINANCEIRO.PASSO_FORA_DA_SEQUENCIA',
    descricao:
      'Os passos de um lançamento vão de 1 em diante, e cada um parte da situação em que o anterior o deixou.',
    fonte: FONTE,
    registro: 'passo-do-lancamento',
    sql: foraDaSequencia({
      tabela: 'lancamentos_historico',
      dono: 'lancamento_id',
      ordem: 'versao',
      de: 'de',
      para: 'para',
    }),
  },
  {
    codigo: 'FINANCEIRO.PASSO_FORA_DA_MAQUINA',
    descricao: 'Um lançamento nasce em rascunho, ou já emitido, e só muda por uma das transições declaradas.',
    fonte: FONTE,
    registro: 'passo-do-lancamento',
    sql: `SELECT h.id FROM lancamentos_historico h
           WHERE CASE h.acao WHEN 'criar' THEN h.para NOT IN ('RASCUNHO','EMITIDO')
                 ELSE ${foraDaMaquina(ESTADOS_DO_LANCAMENTO, { de: 'h.de', acao: 'h.acao', para: 'h.para' })} END`,
  },
  {
    codigo: 'FINANCEIRO.SITUACAO_QUE_OS_PASSOS_NAO_CONTAM',
    descricao:
      'Um lançamento está na situação, e no instante, em que o último passo o deixou, e sabe quantos teve.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l
            LEFT JOIN (SELECT lancamento_id, MAX(versao) AS versao FROM lancamentos_historico GROUP BY lancamento_id) u
              ON u.lancamento_id = l.id
            LEFT JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.versao = u.versao
           WHERE h.id IS NULL OR h.versao <> l.versao OR h.para <> l.status OR h.em <> l.atualizado_em`,
  },
  {
    codigo: 'FINANCEIRO.PASSOS_QUE_NAO_SOMAM',
    descricao: 'Os passos de um lançamento somam o que ele cobra: nada em rascunho, cancelado ou estornado.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l
            JOIN (SELECT lancamento_id, SUM(valor) AS valor FROM lancamentos_historico GROUP BY lancamento_id) h
              ON h.lancamento_id = l.id
           WHERE h.valor <> CASE WHEN l.status IN ('RASCUNHO','CANCELADO','ESTORNADO') THEN 0 ELSE l.valor END`,
  },
  {
    codigo: 'FINANCEIRO.ESTORNO_POR_QUEM_EMITIU',
    descricao: 'Ninguém estorna o que emitiu.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: `SELECT l.id FROM lancamentos l
            JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.acao = 'estornar'
           WHERE h.autor_id = l.autor_id`,
  },
  {
    codigo: 'FINANCEIRO.PASSO_SEM_EVENTO',
    descricao: 'Criar, emitir e estornar um lançamento são contados, cada um, por um evento, e nada mais é.',
    fonte: FONTE,
    registro: 'lancamento',
    sql: desencontros(
      `SELECT h.lancamento_id AS id, CONCAT(h.versao, CASE h.acao WHEN 'criar' THEN ' financeiro.lancamento-gerado'
                WHEN 'emitir' THEN ' financeiro.lancamento-emitido' ELSE ' financeiro.lancamento-estornado' END) AS fato
         FROM lancamentos_historico h
        WHERE h.acao IN ('criar','emitir','estornar') AND ${depoisDaCarga('h.em')}`,
      `SELECT e.agregado_id AS id, CONCAT(e.agregado_versao, ' ', e.tipo) AS fato FROM eventos e
        WHERE e.agregado_tipo = 'lancamento'`,
    ),
  },
  {
    codigo: 'FINANCEIRO.AUTOR_INEXISTENTE',
    descricao: 'Quem fez algo a um lançamento é um usuário que existe, ou o próprio sistema.',
    fonte: FONTE,
    sql: deNinguem([
      ['lancamento', 'lancamentos', 'autor_id'],
      ['passo-do-lancamento', 'lancamentos_historico', 'autor_id'],
    ]),
  },
];
