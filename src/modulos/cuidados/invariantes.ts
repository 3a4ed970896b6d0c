import { chavesSemEfeito } from '../../plataforma/invariantes/consultas.js';
import { depoisDaCarga } from '../../plataforma/invariantes/em-curso.js';
import { invariantes } from '../../plataforma/invariantes/invariante.js';

const FONTE = 'ADR 0014';

/** What must hold of the links of care. */
export const INVARIANTES_DOS_CUIDADOS = invariantes([
  {
    codigo: 'CUIDADOS.VINCULO_SEM_FIM',
    descricao: 'Todo vínculo de cuidado acaba, não antes de começar; de quem desistiu dele, quando desistiu.',
    fonte: FONTE,
    registro: 'vinculo',
    sql: `SELECT v.id FROM vinculos_de_cuidado v
           WHERE v.ate < v.desde OR (v.encerrado_em IS NOT NULL AND v.encerrado_em <> v.ate)`,
  },
  {
    codigo: 'CUIDADOS.EMERGENCIA_SEM_MOTIVO',
    descricao: 'Todo acesso de emergência diz por quê.',
    fonte: FONTE,
    registro: 'vinculo',
    sql: "SELECT v.id FROM vinculos_de_cuidado v WHERE v.origem = 'EMERGENCIA' AND (v.motivo IS NULL OR length(v.motivo) < 10)",
  },
  {
    codigo: 'CUIDADOS.EMERGENCIA_SEM_ANUNCIO',
    descricao: 'Cada acesso de emergência foi anunciado uma vez, a quem cuida da privacidade e à trilha.',
    fonte: FONTE,
    registro: 'vinculo',
    sql: `SELECT v.id FROM vinculos_de_cuidado v
            LEFT JOIN eventos e ON e.tipo = 'cuidados.acesso-de-emergencia-aberto' AND e.agregado_id = v.id AND e.agregado_tipo = 'acesso-de-emergencia'
           WHERE v.origem = 'EMERGENCIA' AND ${depoisDaCarga('v.desde')} GROUP BY v.id HAVING COUNT(e.id) <> 1`,
  },
  {
    codigo: 'CUIDADOS.REVISAO_DO_PROPRIO',
    descricao: 'Ninguém revisa o próprio acesso de emergência.',
    fonte: FONTE,
    registro: 'vinculo',
    sql: 'SELECT v.id FROM vinculos_de_cuidado v WHERE v.revisor_id = v.usuario_id',
  },
  {
    codigo: 'CUIDADOS.CHAVE_SEM_EFEITO',
    descricao: 'O acesso de emergência que uma Idempotency-Key diz ter aberto existe.',
    fonte: 'API, Idempotency-Key',
    registro: 'chave',
    sql: chavesSemEfeito({ '/v1/acessos-de-emergencia': 'vinculos_de_cuidado' }),
  },
]);
