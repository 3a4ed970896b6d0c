import type { Parametro } from '../../src/banco/dialeto.js';

/**
 * What must never be seen in the demonstration hospital, besides what no hospital may break (`src/plataforma/invariantes`):
 * it was written down in order, by nobody's haste, and it looks like a hospital. Each of these queries answers no row.
 */

const SEMPRE = "'9999-01-01'";
/** In years that begin, of the patient `p` when the stay `i` began. */
const IDADE = 'SUBSTR(i.desde, 1, 4) - SUBSTR(p.data_nascimento, 1, 4)';

/** Where it is written when a row was made. */
const REGISTROS = [
  ...['pacientes.criado_em', 'enderecos.criado_em', 'pacientes_alergias.incluida_em', 'medicos.criado_em'],
  ...['convenios.criado_em', 'setores.criado_em', 'leitos.criado_em', 'leitos_historico.registrado_em'],
  ...['leitos_bloqueios.registrado_em', 'leitos_planos.registrado_em', 'ocupacoes_anuladas.anulada_em'],
  ...['internacoes.criado_em', 'internacoes_movimentacoes.registrado_em', 'contas.criado_em'],
  ...['lancamentos.criado_em', 'lancamentos_historico.em'],
] as const;

/** And where, until when something was done to it. */
const FATOS = [
  ...REGISTROS,
  ...['hospital.criado_em', 'usuarios.criado_em', 'notificacoes.criada_em', 'pacientes.atualizado_em'],
  ...['pacientes.inativado_em', 'medicos.atualizado_em', 'leitos.atualizado_em', 'leitos.desde'],
  ...['leitos_historico.em', 'leitos_bloqueios.inicio', 'leitos_bloqueios.fim', 'leitos_planos.resolvido_em'],
  ...['ocupacoes.inicio', 'ocupacoes.fim', 'internacoes.atualizado_em', 'internacoes.entrada'],
  ...['internacoes.saida', 'internacoes_movimentacoes.em', 'contas.atualizado_em', 'contas.abertura'],
  ...['contas.fechamento', 'lancamentos.atualizado_em'],
] as const;

/** Histories: table, whose, in which order, told when. */
const HISTORIAS = [
  ['leitos_historico', 'leito_id', 'versao', 'registrado_em'],
  ['internacoes_movimentacoes', 'internacao_id', 'ordem', 'registrado_em'],
  ['lancamentos_historico', 'lancamento_id', 'versao', 'em'],
] as const;

/** Of each column of `colunas`, the rows `t` for which `condicao` holds. */
function emQualquer(colunas: readonly string[], condicao: (coluna: string) => string): string {
  const buscas = colunas.map((coluna) => {
    const [tabela, nome] = coluna.split('.');
    return `SELECT '${coluna}' AS onde, t.id FROM ${tabela} t WHERE ${condicao(`t.${nome}`)}`;
  });
  return `SELECT * FROM (${buscas.join(' UNION ALL ')}) achados`;
}

/** What else would be odd when nothing has happened since `agora`, which is the day `hoje` at the hospital. */
export const estranhezasEm = (
  agora: Date,
  hoje: string,
): Readonly<Record<string, [string, Parametro[]]>> => ({
  'fato que ainda não aconteceu': [emQualquer(FATOS, (coluna) => `${coluna} > ?`), FATOS.map(() => agora)],
  'cobrança em aberto depois do vencimento': [
    "SELECT id FROM lancamentos WHERE status IN ('EMITIDO','PARCIALMENTE_PAGO') AND vencimento < ?",
    [hoje],
  ],
});

/** By what is odd in them. */
export const ESTRANHEZAS: Readonly<Record<string, string>> = {
  'tipo da ocupação que não é o do leito': `SELECT o.id FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id
    WHERE o.tipo <> l.tipo`,
  'leito, ou internação, a que algo foi feito fora da história': `SELECT l.id FROM leitos l
     JOIN (SELECT leito_id, MAX(versao) AS versao, COUNT(*) AS passos FROM leitos_historico GROUP BY leito_id) h
       ON h.leito_id = l.id WHERE h.versao <> l.versao OR h.passos <> l.versao - 1
    UNION ALL SELECT i.id FROM internacoes i WHERE i.versao <> i.movimentos`,
  'passo contado antes do anterior': HISTORIAS.map(
    ([tabela, deQuem, ordem, quando]) =>
      `SELECT h.id FROM (SELECT id, ${quando} AS em, LAG(${quando}) OVER (PARTITION BY ${deQuem} ORDER BY ${ordem}) AS antes
                           FROM ${tabela}) h WHERE h.antes > h.em`,
  ).join(' UNION ALL '),
  'plano registrado com o leito desativado': `SELECT p.id FROM leitos_planos p
     JOIN leitos_historico h ON h.leito_id = p.leito_id AND h.versao = (SELECT MAX(u.versao) FROM leitos_historico u
       WHERE u.leito_id = p.leito_id AND u.registrado_em <= p.registrado_em) WHERE h.para = 'DESATIVADO'`,
  'plano que a desativação do leito não cancelou': `SELECT p.id FROM leitos_planos p
     JOIN leitos_historico h ON h.leito_id = p.leito_id AND h.acao = 'desativar'
    WHERE h.registrado_em >= p.registrado_em AND h.registrado_em < COALESCE(p.resolvido_em, ${SEMPRE})`,
  'plano que cruza outro ainda pendente': `SELECT a.id FROM leitos_planos a
     JOIN leitos_planos b ON b.leito_id = a.leito_id AND b.id <> a.id
    WHERE b.registrado_em <= a.registrado_em AND a.registrado_em < COALESCE(b.resolvido_em, ${SEMPRE})
      AND a.inicio < COALESCE(b.ate, ${SEMPRE}) AND b.inicio < COALESCE(a.ate, ${SEMPRE})`,
  'registro de antes de o hospital existir': emQualquer(
    REGISTROS,
    (coluna) => `${coluna} < (SELECT criado_em FROM hospital)`,
  ),
  'paciente que entrou antes de nascer': `SELECT i.id FROM internacoes i JOIN pacientes p ON p.id = i.paciente_id
    WHERE i.desde < p.criado_em OR SUBSTR(i.desde, 1, 10) < p.data_nascimento`,
  'paciente que morreu e voltou': `SELECT i.id FROM internacoes i
     JOIN internacoes o ON o.paciente_id = i.paciente_id AND o.motivo_saida = 'OBITO' WHERE i.desde > o.saida`,
  'parto de quem não pode parir': `SELECT i.id FROM internacoes i JOIN pacientes p ON p.id = i.paciente_id
    WHERE i.cid_entrada LIKE 'O%' AND (p.sexo <> 'F' OR ${IDADE} NOT BETWEEN 12 AND 50)`,
  'próstata de mulher': `SELECT i.id FROM internacoes i JOIN pacientes p ON p.id = i.paciente_id
    WHERE (i.cid_entrada = 'N40' OR i.cid_entrada = 'C61') AND p.sexo <> 'M'`,
  'fuga de quem ainda não anda sozinho': `SELECT i.id FROM internacoes i JOIN pacientes p ON p.id = i.paciente_id
    WHERE i.motivo_saida = 'EVASAO' AND ${IDADE} < 12`,
  'leito que não é para essa idade': `SELECT o.id FROM ocupacoes o
     JOIN internacoes i ON i.id = o.internacao_id JOIN pacientes p ON p.id = i.paciente_id
    WHERE (o.tipo IN ('PEDIATRICO','UTI_PEDIATRICA') AND ${IDADE} > 15) OR (o.tipo = 'UTI_NEONATAL' AND ${IDADE} > 1)`,
  'morto que espera por um leito': `SELECT i.id FROM internacoes i
     JOIN internacoes o ON o.paciente_id = i.paciente_id AND o.motivo_saida = 'OBITO' WHERE i.status = 'SOLICITADA'`,
  'médico que já não estava': `SELECT i.id FROM internacoes i JOIN medicos m ON m.id = i.medico_id
    WHERE m.inativado_em < i.desde`,
  'cobrança vencida antes do vencimento': `SELECT l.id FROM lancamentos l
     JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.acao = 'vencer'
    WHERE SUBSTR(h.em, 1, 10) <= l.vencimento`,
};
