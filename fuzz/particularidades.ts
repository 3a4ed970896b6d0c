import { hashDoToken } from '../src/modulos/acesso/dominio/token-de-renovacao.entity.js';
import { resumo } from '../src/modulos/acesso/persistencia/resumo.js';
import { SENHA } from './alvos/acessos.js';
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
};

/** After the clock has moved, scheduled work is found due at its next tick. */
export const PAUSAS_MS: Readonly<Record<string, number>> = { [AVANCO_DO_RELOGIO]: 1_500 };

/** What renews a session that `darSessao` opens: no generator would guess one. */
const RENOVACAO = 'o-token-de-renovacao-que-a-caca-conhece';
/** Codes as an e-mail would bring them. */
const CODIGO_DA_VERIFICACAO = 'o-codigo-de-verificacao-que-a-caca-conhece';
const CODIGO_DA_REDEFINICAO = 'o-codigo-de-redefinicao-que-a-caca-conhece';
const VISITA = 'visita@medida.local';
const TITULAR = 'titular@medida.local';

/** Another good password: whose it becomes gets the first one back (`Acessos`). */
const OUTRA_SENHA = 'outra frase longa da medida';

/**
 * Who exists, with what passwords, and how far the clock may go: ten years at each advance would soon leave the
 * calendar. The policies that lay a duty on everybody would turn every later answer into a 403.
 */
const CORPOS: Readonly<Record<string, readonly Valor[]>> = {
  DadosDaEntrada: [
    { email: VISITA, senha: SENHA },
    { email: VISITA, senha: OUTRA_SENHA },
    { email: VISITA, senha: 'outra frase qualquer' },
  ],
  DadosDaRenovacao: [{ refreshToken: RENOVACAO }],
  ContaDaPessoa: [{ email: TITULAR }, { email: VISITA }],
  CodigoDaVerificacao: [{ token: CODIGO_DA_VERIFICACAO }],
  DadosDaRedefinicao: [
    { token: CODIGO_DA_REDEFINICAO, novaSenha: SENHA },
    { token: CODIGO_DA_REDEFINICAO, novaSenha: OUTRA_SENHA },
  ],
  TrocaDeSenha: [
    { senhaAtual: SENHA, novaSenha: OUTRA_SENHA },
    { senhaAtual: SENHA, novaSenha: SENHA },
    { senhaAtual: 'outra frase qualquer', novaSenha: OUTRA_SENHA },
  ],
  InicioDoSegundoFator: [{ senha: SENHA }, { senha: 'outra frase qualquer' }],
  exigeSegundoFator: [false],
  exigeTrocaDaSenhaInicial: [false],
  DadosDoAvanco: [{ horas: 0.5 }, { horas: 3 }, { horas: 26 }],
};

const ALEM_DO_ALCANCE =
  'só quem criou algo e já não o alcança, e repete o pedido com a mesma Idempotency-Key';
const SEM_APLICATIVO =
  'quem pede não tem o aplicativo que calcula os códigos, e com segundo fator não entraria';

/** Pairs that are documented and that no request reaches here. */
const INALCANCAVEIS: Readonly<Record<string, string>> = {
  'POST /v1/auth/login 403': 'só um acesso da demonstração, de outra máquina, é recusado assim',
  'POST /v1/auth/eu/segundo-fator 409': SEM_APLICATIVO,
  'POST /v1/auth/eu/segundo-fator/confirmar 200': SEM_APLICATIVO,
  'POST /v1/auth/eu/segundo-fator/desativar 204': SEM_APLICATIVO,
  'PATCH /v1/auth/eu/senha 409': 'só quando a mesma pessoa troca a senha duas vezes ao mesmo tempo',
  'POST /v1/pacientes 404': ALEM_DO_ALCANCE,
  'POST /v1/internacoes 404': ALEM_DO_ALCANCE,
  'POST /v1/internacoes/solicitacoes 404': ALEM_DO_ALCANCE,
  'POST /v1/privacidade/pedidos 404': ALEM_DO_ALCANCE,
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

/** A code for whoever has this address, in place of the one before. */
const codigo = (finalidade: string, segredo: string, email: string): string[] => [
  `DELETE FROM codigos_de_acesso WHERE hash = '${resumo(segredo)}'`,
  `INSERT INTO codigos_de_acesso (usuario_id, finalidade, hash, endereco_hash, criado_em, expira_em)
   SELECT id, '${finalidade}', '${resumo(segredo)}', '${resumo(email)}',
          '2026-01-01 00:00:00.000', '2126-01-01 00:00:00.000' FROM usuarios
    WHERE email = '${email.replaceAll("'", "''")}'`,
];

/** Whom nobody asks as has an application, which may be taken from them. */
const SEGUNDOS_FATORES = `INSERT INTO segundos_fatores
    (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
  SELECT u.id, u.id, 'de ninguém', '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000', 0 FROM usuarios u
   WHERE u.id > (SELECT MAX(m.id) FROM usuarios m WHERE m.email LIKE '%@medida.local')
     AND NOT EXISTS (SELECT 1 FROM segundos_fatores s WHERE s.usuario_vigente_id = u.id)`;

const QUEM_ESPERA = `SELECT email FROM usuarios WHERE aguarda_verificacao_desde IS NOT NULL ORDER BY id DESC LIMIT 1`;

async function causarFalhas(alvo: Alvo): Promise<void> {
  const esperam = (await alvo.consultar(QUEM_ESPERA)).map(({ email }) => String(email));
  const codigos = [
    ...codigo('REDEFINICAO', CODIGO_DA_REDEFINICAO, VISITA),
    ...esperam.flatMap((email) => codigo('VERIFICACAO', CODIGO_DA_VERIFICACAO, email)),
  ];
  for (const sql of [...FALHAS, ...SESSAO, ...codigos, SEGUNDOS_FATORES]) await alvo.consultar(sql);
}

const TOLERANCIAS: Tolerancias = {
  // The same for everybody, whether or not there was an account: the own record, once inside.
  lugares: { 'POST /v1/auth/cadastro': '/v1/auth/eu' },
  // The relay and the mail carry them on after the answer.
  mudamSozinhos: ['/v1/notificacoes', '/v1/entregas'],
  sempreNovos: ['refreshToken'],
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
