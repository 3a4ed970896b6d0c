import type { Parametro } from '../../src/banco/dialeto.js';

/** What must never be true of the database of a hospital (DOMINIO §2): each of these queries answers no row. */

const SEMPRE = "'9999-01-01'";
const CRUZAM = `a.inicio < COALESCE(b.fim, ${SEMPRE}) AND b.inicio < COALESCE(a.fim, ${SEMPRE})`;
/** In years that begin, of the patient `p` when the stay `i` began. */
const IDADE = 'SUBSTR(i.desde, 1, 4) - SUBSTR(p.data_nascimento, 1, 4)';
const PRESENTE = "i.status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA')";
const finais = (situacao: string): string =>
  `SELECT i.id FROM internacoes i WHERE i.status ${situacao} (SELECT COUNT(*) FROM lancamentos l
     JOIN contas c ON c.id = l.conta_id WHERE c.internacao_id = i.id AND l.tipo = 'FINAL' AND l.ativo = 1)`;

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

const AUTORES = [
  ...['leitos.manutencao_autor_id', 'leitos_historico.autor_id', 'leitos_bloqueios.autor_id'],
  ...['leitos_planos.autor_id', 'ocupacoes_anuladas.autor_id', 'internacoes_movimentacoes.autor_id'],
  ...['lancamentos.autor_id', 'lancamentos_historico.autor_id'],
  ...['pacientes_alergias.incluida_por', 'pacientes_alergias.removida_por'],
] as const;

/** Of each column of `colunas`, the rows `t` for which `condicao` holds. */
function emQualquer(colunas: readonly string[], condicao: (coluna: string) => string): string {
  const buscas = colunas.map((coluna) => {
    const [tabela, nome] = coluna.split('.');
    return `SELECT '${coluna}' AS onde, t.id FROM ${tabela} t WHERE ${condicao(`t.${nome}`)}`;
  });
  return `SELECT * FROM (${buscas.join(' UNION ALL ')}) achados`;
}

/** What else must not be true when nothing has happened since `agora`, which is the day `hoje` at the hospital. */
export const invariantesEm = (
  agora: Date,
  hoje: string,
): Readonly<Record<string, [string, Parametro[]]>> => ({
  'fato que ainda não aconteceu': [emQualquer(FATOS, (coluna) => `${coluna} > ?`), FATOS.map(() => agora)],
  'cobrança em aberto depois do vencimento': [
    "SELECT id FROM lancamentos WHERE status IN ('EMITIDO','PARCIALMENTE_PAGO') AND vencimento < ?",
    [hoje],
  ],
});

/** By what each looks for. */
export const INVARIANTES: Readonly<Record<string, string>> = {
  'leito OCUPADO sem ocupação, ou o contrário': `SELECT l.id FROM leitos l
     LEFT JOIN ocupacoes o ON o.leito_aberto_id = l.id WHERE (l.status = 'OCUPADO') <> (o.id IS NOT NULL)`,
  'leito ocupado desde outro instante': `SELECT l.id FROM leitos l
     JOIN ocupacoes o ON o.leito_aberto_id = l.id WHERE l.desde <> o.inicio`,
  'duas ocupações de um leito ao mesmo tempo': `SELECT a.id FROM ocupacoes a
     JOIN ocupacoes b ON b.leito_id = a.leito_id AND b.id > a.id WHERE ${CRUZAM}`,
  'duas ocupações de um paciente ao mesmo tempo': `SELECT a.id FROM ocupacoes a
     JOIN internacoes i ON i.id = a.internacao_id JOIN internacoes j ON j.paciente_id = i.paciente_id
     JOIN ocupacoes b ON b.internacao_id = j.id AND b.id > a.id WHERE ${CRUZAM}`,
  'ocupação durante um bloqueio': `SELECT a.id FROM ocupacoes a
     JOIN leitos_bloqueios b ON b.leito_id = a.leito_id WHERE ${CRUZAM}`,
  'dois bloqueios ao mesmo tempo': `SELECT a.id FROM leitos_bloqueios a
     JOIN leitos_bloqueios b ON b.leito_id = a.leito_id AND b.id > a.id WHERE ${CRUZAM}`,
  'bloqueado sem bloqueio aberto, ou o contrário': `SELECT l.id FROM leitos l
     LEFT JOIN leitos_bloqueios b ON b.bloqueio_aberto_id = l.id AND b.inicio = l.desde
       AND b.tipo = CASE l.status WHEN 'BLOQUEADO' THEN 'BLOQUEIO' ELSE l.status END
    WHERE (l.status IN ('BLOQUEADO','MANUTENCAO')) <> (b.id IS NOT NULL)`,
  'presente sem leito, ou leito sem presente': `SELECT i.id FROM internacoes i
     LEFT JOIN ocupacoes o ON o.internacao_aberta_id = i.id WHERE (${PRESENTE}) <> (o.id IS NOT NULL)`,
  'setor que não é o do leito': `SELECT i.id FROM internacoes i JOIN ocupacoes o ON o.internacao_id = i.id
     JOIN leitos l ON l.id = o.leito_id
    WHERE l.setor_id <> i.setor_id
      AND o.inicio = (SELECT MAX(u.inicio) FROM ocupacoes u WHERE u.internacao_id = i.id)`,
  'ocupações que não cobrem a estadia': `SELECT i.id FROM internacoes i
     JOIN (SELECT internacao_id, MIN(inicio) AS inicio, MAX(COALESCE(fim, ${SEMPRE})) AS fim
             FROM ocupacoes GROUP BY internacao_id) o ON o.internacao_id = i.id
    WHERE o.inicio <> i.entrada OR o.fim <> COALESCE(i.saida, ${SEMPRE})`,
  'buraco entre as ocupações de uma estadia': `SELECT a.id FROM ocupacoes a
     JOIN internacoes i ON i.id = a.internacao_id
    WHERE a.fim IS NOT NULL AND (i.saida IS NULL OR a.fim <> i.saida) AND NOT EXISTS (
      SELECT 1 FROM ocupacoes b WHERE b.internacao_id = a.internacao_id AND b.inicio = a.fim)`,
  'tipo da ocupação que não é o do leito': `SELECT o.id FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id
    WHERE o.tipo <> l.tipo OR l.classe <> 'INTERNACAO'`,
  'ocupação de quem foi cancelado': `SELECT o.id FROM ocupacoes o
     JOIN internacoes i ON i.id = o.internacao_id WHERE i.status IN ('CANCELADA','RECUSADA','SOLICITADA')`,
  'cancelada depois da entrada sem trecho anulado': `SELECT i.id FROM internacoes i
    WHERE i.status = 'CANCELADA' AND i.entrada IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ocupacoes_anuladas o WHERE o.internacao_id = i.id)`,
  'ocupação fora do tempo em que o leito existiu': `SELECT o.id FROM ocupacoes o WHERE NOT EXISTS (
     SELECT 1 FROM leitos_periodos p WHERE p.leito_id = o.leito_id AND p.atributo IN ('INSTALADO','EXTRA')
        AND (p.inicio IS NULL OR p.inicio <= o.inicio) AND (p.fim IS NULL OR p.fim >= COALESCE(o.fim, ${SEMPRE})))`,
  'períodos sobrepostos de um atributo': `SELECT a.id FROM leitos_periodos a
     JOIN leitos_periodos b ON b.leito_id = a.leito_id AND b.atributo = a.atributo AND b.id > a.id
    WHERE COALESCE(a.inicio, '1000-01-01') < COALESCE(b.fim, ${SEMPRE})
      AND COALESCE(b.inicio, '1000-01-01') < COALESCE(a.fim, ${SEMPRE})`,
  'história do leito com um passo que falta': `SELECT h.id FROM leitos_historico h
     LEFT JOIN leitos_historico p ON p.leito_id = h.leito_id AND p.versao = h.versao - 1
    WHERE h.versao > 2 AND (p.id IS NULL OR p.para <> h.de OR p.registrado_em > h.registrado_em)`,
  'leito que não é o que a história diz': `SELECT l.id FROM leitos l
     JOIN leitos_historico h ON h.leito_id = l.id
      AND h.versao = (SELECT MAX(u.versao) FROM leitos_historico u WHERE u.leito_id = l.id)
    WHERE h.para <> l.status OR h.versao <> l.versao`,
  'plano pendente de que o leito não sabe': `SELECT l.id FROM leitos l
     LEFT JOIN leitos_planos p ON p.leito_id = l.id AND p.situacao = 'PENDENTE'
    WHERE (l.plano_em IS NULL) <> (p.id IS NULL) OR p.inicio < l.plano_em`,
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
  'autor que não existe': emQualquer(
    AUTORES,
    (coluna) => `${coluna} IS NOT NULL AND ${coluna} NOT IN (SELECT id FROM usuarios)`,
  ),
  'reserva para um pedido que não está aberto': `SELECT l.id FROM leitos l
     JOIN internacoes i ON i.id = l.reserva_solicitacao_id
    WHERE i.status <> 'SOLICITADA' OR i.paciente_id <> l.reserva_paciente_id`,
  'movimentação fora da sequência': `SELECT m.id FROM internacoes_movimentacoes m
     LEFT JOIN internacoes_movimentacoes p ON p.internacao_id = m.internacao_id AND p.ordem = m.ordem - 1
    WHERE (m.ordem > 1 AND (p.id IS NULL OR p.estado_novo <> m.estado_anterior OR p.registrado_em > m.registrado_em))
       OR (m.ordem = 1 AND m.estado_anterior IS NOT NULL)`,
  'internação que não é o que as movimentações dizem': `SELECT i.id FROM internacoes i
     LEFT JOIN internacoes_movimentacoes m ON m.internacao_id = i.id AND m.ordem = i.movimentos
    WHERE m.id IS NULL OR m.estado_novo <> i.status OR i.versao <> i.movimentos
       OR i.movimentos <> (SELECT COUNT(*) FROM internacoes_movimentacoes n WHERE n.internacao_id = i.id)`,
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
  'morto, ou internado, que espera por um leito': `SELECT i.id FROM internacoes i
     JOIN internacoes o ON o.paciente_id = i.paciente_id AND o.id <> i.id
    WHERE i.status = 'SOLICITADA' AND (o.motivo_saida = 'OBITO' OR o.paciente_aberto_id IS NOT NULL)`,
  'médico que já não estava': `SELECT i.id FROM internacoes i JOIN medicos m ON m.id = i.medico_id
    WHERE m.inativado_em < i.desde`,
  'encerrada sem um final ativo': finais("= 'ENCERRADA' AND 1 <>"),
  'final ativo de quem não saiu': finais("<> 'ENCERRADA' AND 0 <"),
  'conta que não acompanha a internação': `SELECT i.id FROM internacoes i
     LEFT JOIN contas c ON c.internacao_id = i.id
    WHERE COALESCE(c.status, 'NENHUMA') <> CASE WHEN i.entrada IS NULL THEN 'NENHUMA' WHEN ${PRESENTE} THEN 'ABERTA'
            WHEN i.status = 'CANCELADA' THEN 'CANCELADA' ELSE 'FECHADA' END
       OR c.abertura <> i.entrada OR (i.saida IS NOT NULL AND c.fechamento <> i.saida)`,
  'linhas que não somam o valor': `SELECT l.id FROM lancamentos l WHERE l.valor <>
     (SELECT COALESCE(SUM(x.valor), 0) FROM lancamentos_linhas x WHERE x.lancamento_id = l.id)`,
  'passos que não somam o que se cobra': `SELECT l.id FROM lancamentos l
     JOIN (SELECT lancamento_id, SUM(valor) AS soma, COUNT(*) AS passos FROM lancamentos_historico
            GROUP BY lancamento_id) h ON h.lancamento_id = l.id
    WHERE h.soma <> CASE WHEN l.status IN ('RASCUNHO','CANCELADO','ESTORNADO') THEN 0 ELSE l.valor END
       OR h.passos <> l.versao`,
  'lançamento que não é o que os passos dizem': `SELECT l.id FROM lancamentos l
     LEFT JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.versao = l.versao
    WHERE h.id IS NULL OR h.para <> l.status OR h.em <> l.atualizado_em`,
  'passo do lançamento fora da sequência': `SELECT h.id FROM lancamentos_historico h
     LEFT JOIN lancamentos_historico p ON p.lancamento_id = h.lancamento_id AND p.versao = h.versao - 1
    WHERE h.versao > 1 AND (p.id IS NULL OR p.para <> h.de OR p.em > h.em)`,
  'cobrança vencida antes do vencimento': `SELECT l.id FROM lancamentos l
     JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.acao = 'vencer'
    WHERE SUBSTR(h.em, 1, 10) <= l.vencimento`,
  'estorno por quem emitiu': `SELECT l.id FROM lancamentos l
     JOIN lancamentos_historico h ON h.lancamento_id = l.id AND h.acao = 'estornar'
    WHERE h.autor_id = l.autor_id`,
  'rascunho que não tinha por que esperar': `SELECT l.id FROM lancamentos l WHERE l.status = 'RASCUNHO'
     AND NOT EXISTS (SELECT 1 FROM lancamentos_linhas x WHERE x.lancamento_id = l.id AND x.sem_preco = 1)`,
  'paciente sem um endereço principal': `SELECT e.id FROM enderecos e WHERE e.ativo = 1 AND NOT EXISTS (
     SELECT 1 FROM enderecos p WHERE p.paciente_principal_id = e.paciente_id)`,
};
