import { guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const COLUNAS =
  'canal, destinatario, referencia, ocorrencia, status, dados, tentativas, criada_em, devida_em, enviada_em, versao';

export const QUEBRAS_DAS_NOTIFICACOES: QuebrasDoModulo = ({ liberacoes: [, liberacao], em }) => {
  const doAviso = (mudanca: string): string =>
    `UPDATE notificacoes SET ${mudanca} WHERE ocorrencia = '${liberacao}'`;
  const outro = (tipo: string, destinatario: string): string =>
    `INSERT INTO notificacoes (tipo, message_id, ${COLUNAS})
     SELECT '${tipo}', 'outra', ${COLUNAS.replace('destinatario', `'${destinatario}'`)} FROM notificacoes
      WHERE ocorrencia = '${liberacao}'`;
  const naFila = `INSERT INTO notificacoes_fila (notificacao_id, disponivel_em, dono, dono_ate)
     SELECT id, criada_em, 'alguém', '${em(9)}' FROM notificacoes WHERE ocorrencia = '${liberacao}'`;
  return {
    'NOTIFICACOES.LEITO_LIBERADO_SEM_UM_AVISO': [
      quebra(`DELETE FROM notificacoes WHERE ocorrencia = '${liberacao}'`),
      quebra(outro('leito-liberado', 'outra@hospital.local')),
      // It was told, and yet the reaction is still to come: the two were not done together.
      quebra(`UPDATE entregas SET status = 'PENDENTE', concluida_em = NULL WHERE evento_id = '${liberacao}'`),
    ],
    'NOTIFICACOES.ENTREGA_MORTA_SEM_UM_AVISO': [
      quebra("UPDATE eventos SET tipo = 'plataforma.entrega-morta' WHERE sequencia = 1"),
      quebra(outro('entrega-morta', 'outra@hospital.local')),
    ],
    'NOTIFICACOES.EMERGENCIA_SEM_UM_AVISO': [
      quebra("DELETE FROM notificacoes WHERE tipo = 'acesso-de-emergencia'"),
      quebra(outro('acesso-de-emergencia', 'outra@hospital.local')),
    ],
    'NOTIFICACOES.CONTA_SEM_UM_AVISO': [
      ...['verificacao-de-email', 'boas-vindas'].map((tipo) =>
        quebra(`DELETE FROM notificacoes WHERE tipo = '${tipo}'`),
      ),
      ...['verificacao-pedida', 'redefinicao-pedida', 'senha-trocada', 'cadastro-repetido'].map((fato) =>
        quebra(`UPDATE eventos SET tipo = 'acesso.${fato}' WHERE sequencia = 1`),
      ),
      ...['reenvio-da-verificacao', 'redefinicao-de-senha', 'senha-trocada', 'cadastro-repetido'].map(
        (tipo) => quebra(outro(tipo, 'outra@hospital.local')),
      ),
    ],
    'NOTIFICACOES.ABANDONO_SEM_EVENTO': [
      quebra(doAviso("status = 'FALHA_DEFINITIVA', enviada_em = NULL")),
      quebra(
        `UPDATE eventos SET tipo = 'notificacoes.envio-falhou', agregado_tipo = 'notificacao',
                agregado_id = (SELECT MAX(id) FROM notificacoes) WHERE sequencia = 1`,
      ),
    ],
    'NOTIFICACOES.FORA_DA_FILA': [
      quebra(doAviso("status = 'NA_FILA', enviada_em = NULL")),
      quebra(naFila),
      guardada('fk', naFila, `UPDATE notificacoes_fila SET notificacao_id = ${NINGUEM}`),
    ],
    'NOTIFICACOES.POSSE_PELA_METADE': [quebra(naFila, 'UPDATE notificacoes_fila SET dono_ate = NULL')],
    'NOTIFICACOES.REPETIDA': [
      guardada('uq_notificacoes_ocorrencia', outro('leito-liberado', 'operacao@hospital.local')),
    ],
    'NOTIFICACOES.MESSAGE_ID_REPETIDO': [quebra("UPDATE notificacoes SET message_id = 'o mesmo'")],
    'NOTIFICACOES.ENVIADA_SEM_TENTATIVA': [quebra(doAviso('tentativas = 0'))],
    'NOTIFICACOES.TENTATIVAS_DEMAIS': [quebra(doAviso('tentativas = 6'))],
  };
};
