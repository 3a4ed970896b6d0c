import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

export const QUEBRAS_DAS_INTERNACOES: QuebrasDoModulo = (c) => {
  const { leito, estadia, paciente } = c;
  const da = (id: number, mudanca: string): string => `UPDATE internacoes SET ${mudanca} WHERE id = ${id}`;
  const doTrecho = (leitoId: number, mudanca: string): string =>
    `UPDATE ocupacoes SET ${mudanca} WHERE leito_id = ${leitoId}`;
  const daMovimentacao = (ordem: number, mudanca: string): string =>
    `UPDATE internacoes_movimentacoes SET ${mudanca} WHERE internacao_id = ${estadia.encerrada} AND ordem = ${ordem}`;
  return {
    'INTERNACOES.DUAS_ABERTAS_DO_PACIENTE': [
      guardada(
        'uq_internacoes_paciente_aberto',
        da(estadia.solicitada, `paciente_id = ${paciente.aberta}, paciente_aberto_id = ${paciente.aberta}`),
      ),
    ],
    'INTERNACOES.ESTADIAS_SOBREPOSTAS': [quebra(da(estadia.semPreco, `paciente_id = ${paciente.encerrada}`))],
    'INTERNACOES.PRESENTE_SEM_LEITO': [
      quebra(
        doTrecho(leito.ocupado, `fim = '${c.em(-1)}', leito_aberto_id = NULL, internacao_aberta_id = NULL`),
      ),
      quebra(
        doTrecho(
          leito.segundo,
          'fim = NULL, leito_aberto_id = leito_id, internacao_aberta_id = internacao_id',
        ),
      ),
      guardada(
        'uq_ocupacoes_internacao_aberta',
        `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, leito_aberto_id, internacao_aberta_id)
         VALUES (${leito.livre}, ${estadia.aberta}, 'ENFERMARIA', '${c.em(-1)}', ${leito.livre}, ${estadia.aberta})`,
      ),
    ],
    'INTERNACOES.NAO_VALE_E_OCUPOU': [
      quebra(doTrecho(leito.segundo, `internacao_id = ${estadia.cancelada}`)),
    ],
    'INTERNACOES.CANCELADA_SEM_TRECHO_ANULADO': [
      quebra('DELETE FROM ocupacoes_anuladas'),
      quebra(`UPDATE ocupacoes_anuladas SET internacao_id = ${estadia.encerrada}`),
    ],
    'INTERNACOES.TRECHOS_FORA_DA_ESTADIA': [
      quebra(doTrecho(leito.primeiro, `inicio = '${c.em(-9)}'`)),
      quebra(doTrecho(leito.primeiro, `fim = '${c.em(-8.5)}'`)),
      quebra(doTrecho(leito.segundo, `fim = '${c.em(-5)}'`)),
      quebra(`DELETE FROM ocupacoes WHERE internacao_id = ${estadia.encerrada}`),
    ],
    'INTERNACOES.SETOR_DE_OUTRO_LEITO': [
      quebra(da(estadia.encerrada, `setor_id = ${c.outroSetor}`)),
      quebra(da(estadia.aberta, 'setor_id = NULL')),
    ],
    'INTERNACOES.MOVIMENTACAO_FORA_DA_SEQUENCIA': [
      quebra(daMovimentacao(2, 'ordem = 9')),
      quebra(daMovimentacao(2, "estado_anterior = 'ALTA_PREVISTA'")),
      quebra(daMovimentacao(1, "estado_anterior = 'SOLICITADA'")),
    ],
    'INTERNACOES.ESTADO_QUE_AS_MOVIMENTACOES_NAO_CONTAM': [
      quebra(da(estadia.encerrada, 'movimentos = 9')),
      quebra(daMovimentacao(3, "estado_novo = 'INTERNADA'")),
      quebra(`DELETE FROM internacoes_movimentacoes WHERE internacao_id = ${estadia.encerrada}`),
    ],
    'INTERNACOES.PASSO_FORA_DA_MAQUINA': [
      quebra(daMovimentacao(3, "estado_anterior = 'RECUSADA'")),
      quebra(daMovimentacao(1, "estado_novo = 'ENCERRADA'")),
    ],
    'INTERNACOES.TRECHO_SEM_MOVIMENTACAO': [
      quebra(daMovimentacao(1, `para_leito_id = ${leito.livre}`)),
      quebra(daMovimentacao(2, `em = '${c.em(-7)}'`)),
      quebra('DELETE FROM ocupacoes_anuladas'),
    ],
    'INTERNACOES.MOVIMENTACAO_SEM_EVENTO': [
      quebra(
        `DELETE FROM entregas WHERE evento_id = '${c.alta}'`,
        `DELETE FROM eventos WHERE id = '${c.alta}'`,
      ),
      quebra(`UPDATE eventos SET agregado_id = ${estadia.aberta} WHERE id = '${c.alta}'`),
      quebra("DELETE FROM eventos WHERE tipo = 'internacoes.paciente-transferido'"),
    ],
    'INTERNACOES.AUTOR_INEXISTENTE': [
      quebra(da(estadia.aberta, `autor_id = ${NINGUEM}`)),
      quebra(daMovimentacao(1, `autor_id = ${NINGUEM}`)),
    ],
    'INTERNACOES.CHAVE_SEM_EFEITO': [
      chaveDe(`/v1/internacoes/${NINGUEM}`),
      chaveDe(`/v1/internacoes/solicitacoes/${NINGUEM}`),
    ],
  };
};
