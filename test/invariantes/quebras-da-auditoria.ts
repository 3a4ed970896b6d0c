import { guardada, quebra, type QuebrasDoModulo } from './quebra.js';

const ULTIMO = '(SELECT sequencia FROM auditoria_cadeia)';

export const QUEBRAS_DA_AUDITORIA: QuebrasDoModulo = () => ({
  'AUDITORIA.SELO_SEM_LINHA': [quebra('DELETE FROM auditoria WHERE id = 3')],
  'AUDITORIA.SELOS_COM_BURACO': [
    quebra('DELETE FROM auditoria_selos WHERE sequencia = 1'),
    quebra('DELETE FROM auditoria_selos WHERE sequencia = 3'),
    quebra(`DELETE FROM auditoria_selos WHERE sequencia = ${ULTIMO}`),
    quebra('UPDATE auditoria_cadeia SET sequencia = sequencia - 1'),
    guardada('ck_auditoria_selos_sequencia', 'UPDATE auditoria_selos SET sequencia = 0 WHERE sequencia = 1'),
  ],
  'AUDITORIA.FIM_DA_CADEIA': [quebra("UPDATE auditoria_cadeia SET hash = 'outro'")],
  'AUDITORIA.SEM_SELO': [
    quebra(
      `INSERT INTO auditoria (em, acao, campos, correlacao_id) VALUES ('2020-01-01 00:00:00.000', 'x', '', 'x')`,
    ),
  ],
});
