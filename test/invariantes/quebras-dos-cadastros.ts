import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

/** Who signed up and has not confirmed the e-mail. */
const EM_ESPERA = 'aguarda_verificacao_desde IS NOT NULL';
const chaves = (...enderecos: string[]) => enderecos.map((endereco) => chaveDe(`${endereco}/${NINGUEM}`));

export const QUEBRAS_DOS_CADASTROS: QuebrasDoModulo = () => ({
  'ACESSO.SEM_ADMINISTRADOR': [
    quebra("UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'Saiu.'"),
  ],
  'ACESSO.AUTOR_INEXISTENTE': [
    quebra(`UPDATE eventos SET autor_id = ${NINGUEM} WHERE sequencia = 1`),
    quebra(`UPDATE chaves_de_idempotencia SET usuario_id = ${NINGUEM}`),
  ],
  'ACESSO.CHAVE_SEM_EFEITO': chaves('/v1/usuarios'),
  'ACESSO.SESSAO_DE_INATIVO': [
    quebra("UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'Saiu.'"),
  ],
  'ACESSO.SESSAO_MAL_ENCERRADA': [
    guardada('ck_sessoes_encerramento', 'UPDATE sessoes SET encerrada_em = criada_em'),
    guardada('ck_sessoes_encerramento', "UPDATE sessoes SET motivo_encerramento = 'LOGOUT'"),
  ],
  'ACESSO.TOKEN_ALEM_DA_SESSAO': [
    quebra("UPDATE tokens_de_renovacao SET expira_em = '2999-01-01 00:00:00.000'"),
  ],
  'ACESSO.TOKENS_DEMAIS': [
    quebra(
      `INSERT INTO tokens_de_renovacao (sessao_id, hash, criado_em, expira_em, irmao_emitido)
       SELECT sessao_id, 'outro', criado_em, expira_em, 0 FROM tokens_de_renovacao WHERE sessao_id = 1`,
    ),
    quebra('UPDATE tokens_de_renovacao SET usado_em = criado_em WHERE sessao_id = 1'),
  ],
  'ACESSO.REVOGACAO_SEM_CAUSA': [
    quebra(
      "INSERT INTO acessos_revogados (usuario_id, sessao_id, em) SELECT usuario_id, id, '2026-01-01 00:00:00.000' FROM sessoes",
    ),
    quebra(
      "INSERT INTO acessos_revogados (usuario_id, versao, em) VALUES (1, 1000, '2026-01-01 00:00:00.000')",
    ),
  ],
  'ACESSO.SEGUNDO_FATOR_SEM_CODIGOS': [
    quebra(
      `INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
       SELECT id, id, 'v1.x', criado_em, criado_em, 1 FROM usuarios WHERE id = 1`,
    ),
  ],
  'ACESSO.PENDENCIA_JA_CUMPRIDA': [
    quebra("UPDATE sessoes SET pendencia = 'TROCAR_SENHA' WHERE usuario_id = 1"),
    quebra(
      `INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
       SELECT id, id, 'v1.x', criado_em, criado_em, 1 FROM usuarios WHERE id = 1`,
      "UPDATE sessoes SET pendencia = 'CADASTRAR_SEGUNDO_FATOR' WHERE usuario_id = 1",
    ),
  ],
  'ACESSO.NAO_CONFIRMADO_ENTROU': [
    quebra(`UPDATE usuarios SET ultimo_acesso_em = criado_em WHERE ${EM_ESPERA}`),
    quebra('UPDATE usuarios SET aguarda_verificacao_desde = criado_em WHERE ultimo_acesso_em IS NOT NULL'),
  ],
  'ACESSO.EQUIPE_COM_SENHA_DE_CADASTRO': [quebra('UPDATE usuarios SET senha_de_cadastro = 1 WHERE id = 1')],
  'ACESSO.DUAS_CONTAS_DE_UM_PACIENTE': [
    guardada('uq_usuarios_paciente', 'UPDATE usuarios SET paciente_id = (SELECT MAX(id) FROM pacientes)'),
  ],
  'ACESSO.CODIGO_FORA_DA_VIDA': [
    guardada('ck_codigos_de_acesso_vida', 'UPDATE codigos_de_acesso SET usado_em = expira_em'),
    guardada('ck_codigos_de_acesso_vida', 'UPDATE codigos_de_acesso SET expira_em = criado_em'),
  ],
  'ACESSO.CODIGO_QUE_SOBROU': [
    quebra(
      `INSERT INTO codigos_de_acesso (usuario_id, finalidade, hash, endereco_hash, criado_em, expira_em)
       SELECT usuario_id, finalidade, 'outro', endereco_hash, '2026-01-01 00:00:00.000', expira_em
         FROM codigos_de_acesso WHERE usado_em IS NOT NULL`,
    ),
  ],
  'ACESSO.PEDIDO_COM_DADOS_PESSOAIS': [
    quebra(`UPDATE usuarios SET aguarda_verificacao_desde = NULL WHERE ${EM_ESPERA}`),
    quebra(
      "UPDATE pedidos_de_acesso SET data_nascimento = '1980-02-29' WHERE nome IS NULL AND tipo = 'CADASTRO'",
    ),
    guardada(
      'ck_pedidos_de_acesso_atendido',
      "UPDATE pedidos_de_acesso SET email = 'a@b.local' WHERE tipo = 'REENVIO'",
    ),
    guardada('ck_pedidos_de_acesso_dados', "UPDATE pedidos_de_acesso SET cpf = '1' WHERE tipo = 'REENVIO'"),
  ],
  'PACIENTES.SEM_ENDERECO_PRINCIPAL': [quebra('UPDATE enderecos SET paciente_principal_id = NULL')],
  'PACIENTES.AUTOR_INEXISTENTE': [
    quebra(`UPDATE pacientes_alergias SET incluida_por = ${NINGUEM}`),
    quebra(
      `UPDATE pacientes_alergias SET removida_por = ${NINGUEM}, removida_em = incluida_em, descricao_ativa = NULL`,
    ),
  ],
  'PACIENTES.CHAVE_SEM_EFEITO': chaves('/v1/pacientes'),
  'MEDICOS.SEM_REGISTRO_PRINCIPAL': [quebra('UPDATE medicos_registros SET medico_principal_id = NULL')],
  'MEDICOS.CHAVE_SEM_EFEITO': chaves('/v1/medicos', '/v1/especialidades'),
  'CONVENIOS.CHAVE_SEM_EFEITO': chaves('/v1/convenios'),
});
