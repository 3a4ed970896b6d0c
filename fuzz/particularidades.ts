import { hashDoToken } from '../src/modulos/acesso/dominio/token-de-renovacao.entity.js';
import { AVANCO_DO_RELOGIO } from './alvos/executor.js';
import type { Alvo } from './alvos/alvo.js';
import type { Tolerancias } from './oraculos/oraculo.js';
import type { Valor } from './passos/passo.js';

/**
 * All that the fuzzer knows of this product in particular: what would spoil a run, and what no request can bring
 * about. The generator itself names no route.
 */

/** How often an operation is drawn, where it is not once: what moves the clock takes every token with it. */
const FREQUENCIA: Readonly<Record<string, number>> = {
  'POST /v1/relogio/avancar': 0.01,
  'PATCH /v1/hospital': 0.5,
};

/** After the clock has moved, scheduled work is found due at its next tick. */
export const PAUSAS_MS: Readonly<Record<string, number>> = { [AVANCO_DO_RELOGIO]: 1_500 };

/** What renews a session that `darSessao` opens: no generator would guess one. */
const RENOVACAO = 'o-token-de-renovacao-que-a-caca-conhece';

/** Who exists, and how far the clock may go: ten years at each advance would soon leave the calendar. */
const CORPOS: Readonly<Record<string, readonly Valor[]>> = {
  DadosDaEntrada: [
    { email: 'visita@medida.local', senha: 'frase longa da medida' },
    { email: 'visita@medida.local', senha: 'outra frase qualquer' },
  ],
  DadosDaRenovacao: [{ refreshToken: RENOVACAO }],
  DadosDoAvanco: [{ horas: 0.5 }, { horas: 3 }, { horas: 26 }],
};

/** Pairs that are documented and that no request reaches here. */
const INALCANCAVEIS: Readonly<Record<string, string>> = {
  'POST /v1/auth/login 403': 'só um acesso da demonstração, de outra máquina, é recusado assim',
  'POST /v1/relogio/avancar 404': 'o relógio desta instalação é móvel',
};

/** Two copies of a request at once, the first of them slower than the lock timeout. */
const CHAVE_EM_USO = 'Outro pedido com a mesma Idempotency-Key ainda está em curso.';

const inalcancavel = (operacao: string, status: number, descricao: string): boolean =>
  `${operacao} ${status}` in INALCANCAVEIS || descricao === CHAVE_EM_USO;

/** Failures that only a broken mail server or a broken reaction brings about; what was done is not done again. */
const FALHAS = [
  `UPDATE notificacoes SET status = 'FALHA_DEFINITIVA', enviada_em = NULL, versao = versao + 1
    WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM notificacoes WHERE status = 'ENVIADA') u)`,
  `UPDATE entregas SET status = 'MORTA', mortes = mortes + 1
    WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM entregas
                                 WHERE status = 'CONCLUIDA' AND saga = 'notificacoes.avisar-leito-liberado') u)`,
];

/** How many steps pass between one such failure and the next. */
const ENTRE_FALHAS = 400;

/** A session to be renewed, in place of the one before: a token serves once, and ends its session when it comes late. */
const SESSAO = [
  `UPDATE tokens_de_renovacao SET hash = CONCAT('antes-', id) WHERE hash = '${hashDoToken(RENOVACAO)}'`,
  `INSERT INTO sessoes (usuario_id, criada_em, renovada_em, expira_em)
   VALUES (1, '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000', '2126-01-01 00:00:00.000')`,
  `INSERT INTO tokens_de_renovacao (sessao_id, hash, criado_em, expira_em, irmao_emitido)
   SELECT id, '${hashDoToken(RENOVACAO)}', criada_em, expira_em, 0 FROM sessoes
    WHERE id = (SELECT MAX(id) FROM sessoes)`,
];

async function causarFalhas(alvo: Alvo): Promise<void> {
  for (const sql of [...FALHAS, ...SESSAO]) await alvo.consultar(sql);
}

const TOLERANCIAS: Tolerancias = {
  // The relay and the mail carry them on after the answer.
  mudamSozinhos: ['/v1/notificacoes', '/v1/entregas'],
  // A professional may have other registrations than the one that a list shows.
  filtrosLargos: ['GET /v1/medicos conselho', 'GET /v1/medicos ufConselho'],
};

/** All of it, for a run. */
export const PARTICULARIDADES = {
  frequencia: FREQUENCIA,
  corpos: CORPOS,
  tolerancias: TOLERANCIAS,
  inalcancavel,
  preparo: { cada: ENTRE_FALHAS, fazer: causarFalhas },
};
