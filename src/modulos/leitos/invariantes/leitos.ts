import type { Invariante } from '../../../plataforma/invariantes/invariante.js';

const FONTE = 'DOMINIO §2, Leito';

/** What the state of a bed says is what is known of it. */
export const LEITOS: readonly Invariante[] = [
  {
    codigo: 'LEITOS.OCUPADO_SEM_OCUPACAO',
    descricao: 'Um leito está OCUPADO se, e só se, tem uma ocupação aberta.',
    fonte: FONTE,
    registro: 'leito',
    sql: `SELECT l.id FROM leitos l LEFT JOIN ocupacoes o ON o.leito_id = l.id AND o.fim IS NULL
           WHERE (l.status = 'OCUPADO') <> (o.id IS NOT NULL)`,
  },
];
