import { chaveDe, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

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
