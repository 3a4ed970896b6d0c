import { guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const COLUNAS =
  'conta_id, origem, tipo, parte, ativo, status, paciente_id, valor, versao, criado_em, atualizado_em';

export const QUEBRAS_DO_FINANCEIRO: QuebrasDoModulo = (c) => {
  const { estadia, lancamento, paciente } = c;
  const do_ = (id: number, mudanca: string): string => `UPDATE lancamentos SET ${mudanca} WHERE id = ${id}`;
  const daConta = (mudanca: string, internacaoId = estadia.encerrada): string =>
    `UPDATE contas SET ${mudanca} WHERE internacao_id = ${internacaoId}`;
  const doPasso = (id: number, versao: number, mudanca: string): string =>
    `UPDATE lancamentos_historico SET ${mudanca} WHERE lancamento_id = ${id} AND versao = ${versao}`;
  const daLinha = (mudanca: string): string =>
    `UPDATE lancamentos_linhas SET ${mudanca} WHERE lancamento_id = ${lancamento.final}`;
  const outroFinal = (parte: number): string =>
    `INSERT INTO lancamentos (${COLUNAS}) SELECT conta_id, origem, tipo, ${parte}, 1, 'RASCUNHO', paciente_id, 0, 1, criado_em, atualizado_em
       FROM lancamentos WHERE id = ${lancamento.rascunho}`;
  return {
    'FINANCEIRO.ENCERRADA_SEM_UM_FINAL': [
      quebra(do_(lancamento.final, "status = 'ESTORNADO', ativo = NULL")),
      quebra(outroFinal(2)),
    ],
    'FINANCEIRO.FINAL_DE_QUEM_NAO_SAIU': [
      quebra(
        do_(
          lancamento.rascunho,
          `conta_id = (SELECT id FROM contas WHERE internacao_id = ${estadia.aberta})`,
        ),
      ),
    ],
    'FINANCEIRO.CONTA_QUE_NAO_ACOMPANHA': [
      quebra(daConta("status = 'ABERTA', fechamento = NULL")),
      quebra(daConta(`fechamento = '${c.em(-1)}'`)),
      quebra(daConta(`abertura = '${c.em(-11)}'`)),
      quebra(daConta("status = 'CANCELADA'", estadia.aberta)),
      quebra(`DELETE FROM contas WHERE internacao_id = ${estadia.cancelada}`),
    ],
    'FINANCEIRO.DUAS_CONTAS': [
      guardada(
        'uq_contas_internacao',
        `INSERT INTO contas (internacao_id, status, abertura, versao, criado_em, atualizado_em)
         SELECT internacao_id, 'ABERTA', abertura, versao, criado_em, atualizado_em FROM contas
          WHERE internacao_id = ${estadia.aberta}`,
      ),
    ],
    'FINANCEIRO.COBRANCA_DE_OUTRA_CONTA': [
      quebra(do_(lancamento.estornado, "origem = 'internacao:0'")),
      quebra(do_(lancamento.final, `paciente_id = ${paciente.aberta}`)),
    ],
    'FINANCEIRO.LINHA_MAL_CALCULADA': [
      quebra(daLinha('valor = valor + 1')),
      quebra(daLinha('valor = valor - 1')),
      quebra(daLinha('quantidade = quantidade + 1')),
    ],
    'FINANCEIRO.LINHAS_QUE_NAO_SOMAM': [
      quebra(daLinha('quantidade = 2 * quantidade, valor = 2 * valor')),
      quebra(`DELETE FROM lancamentos_linhas WHERE lancamento_id = ${lancamento.final}`),
    ],
    'FINANCEIRO.RASCUNHO_SEM_MOTIVO': [
      quebra(do_(lancamento.final, "status = 'RASCUNHO'")),
      quebra(daLinha('sem_preco = 1, preco_unitario = 0, valor = 0')),
    ],
    'FINANCEIRO.ATIVO_EM_DOBRO': [guardada('uq_lancamentos_origem', outroFinal(1))],
    'FINANCEIRO.PASSO_FORA_DA_SEQUENCIA': [
      quebra(doPasso(lancamento.estornado, 2, 'versao = 7')),
      quebra(doPasso(lancamento.estornado, 2, "de = 'VENCIDO'")),
      guardada('ck_lancamentos_historico_criacao', doPasso(lancamento.final, 1, "de = 'RASCUNHO'")),
    ],
    'FINANCEIRO.PASSO_FORA_DA_MAQUINA': [
      quebra(doPasso(lancamento.estornado, 2, "de = 'CANCELADO'")),
      quebra(doPasso(lancamento.final, 1, "para = 'PAGO'")),
    ],
    'FINANCEIRO.SITUACAO_QUE_OS_PASSOS_NAO_CONTAM': [
      quebra(do_(lancamento.final, "status = 'PAGO'")),
      quebra(do_(lancamento.final, 'versao = 9')),
      quebra(do_(lancamento.final, `atualizado_em = '${c.em(9)}'`)),
      quebra(`DELETE FROM lancamentos_historico WHERE lancamento_id = ${lancamento.final}`),
    ],
    'FINANCEIRO.PASSOS_QUE_NAO_SOMAM': [
      quebra(doPasso(lancamento.final, 1, 'valor = valor - 1')),
      quebra(doPasso(lancamento.estornado, 2, 'valor = 0')),
    ],
    'FINANCEIRO.ESTORNO_POR_QUEM_EMITIU': [
      quebra(do_(lancamento.estornado, 'autor_id = 1'), doPasso(lancamento.estornado, 2, 'autor_id = 1')),
    ],
    'FINANCEIRO.PASSO_SEM_EVENTO': [
      quebra("DELETE FROM eventos WHERE tipo = 'financeiro.lancamento-estornado'"),
      quebra("UPDATE eventos SET agregado_versao = 40 WHERE tipo = 'financeiro.lancamento-gerado'"),
    ],
    'FINANCEIRO.AUTOR_INEXISTENTE': [
      quebra(do_(lancamento.final, `autor_id = ${NINGUEM}`)),
      quebra(doPasso(lancamento.final, 1, `autor_id = ${NINGUEM}`)),
    ],
  };
};
