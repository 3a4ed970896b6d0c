import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const ANTIGO = "'2020-01-01 00:00:00.000'";
const DISTANTE = "'2999-01-01 00:00:00.000'";

/** More turns of the task that ends what is due than it takes. */
const MUITAS_VEZES = `INSERT INTO tarefas_vezes (tarefa, vez, feita_em) VALUES ${Array.from(
  { length: 13 },
  (_, n) => {
    const vez = `'2020-01-01 00:00:${String(n).padStart(2, '0')}.000'`;
    return `('leitos.vencer-prazos', ${vez}, ${vez})`;
  },
).join(', ')}`;

export const QUEBRAS_DOS_LEITOS: QuebrasDoModulo = (c) => {
  const { leito, estadia, paciente, liberacoes, plano } = c;
  const doLeito = (id: number, mudanca: string): string => `UPDATE leitos SET ${mudanca} WHERE id = ${id}`;
  const doPlano = (mudanca: string): string => `UPDATE leitos_planos SET ${mudanca} WHERE id = ${plano}`;
  const dosPeriodos = (mudanca: string, atributo: string): string =>
    `UPDATE leitos_periodos SET ${mudanca} WHERE leito_id = ${leito.ocupado} AND atributo = '${atributo}'`;
  const doPasso = (mudanca: string, versao: number): string =>
    `UPDATE leitos_historico SET ${mudanca} WHERE leito_id = ${leito.liberado} AND versao = ${versao}`;
  const bloqueio = (leitoId: number, de: number, ate: number): string =>
    `INSERT INTO leitos_bloqueios (leito_id, tipo, motivo, inicio, fim, registrado_em)
     VALUES (${leitoId}, 'BLOQUEIO', 'Obra.', '${c.em(de)}', '${c.em(ate)}', '${c.em(0)}')`;
  const doEvento = (mudanca: string): string => `UPDATE eventos SET ${mudanca} WHERE id = '${liberacoes[1]}'`;
  const autor = (tabela: string, condicao = '1 = 1', coluna = 'autor_id'): string =>
    `UPDATE ${tabela} SET ${coluna} = ${NINGUEM} WHERE ${condicao}`;
  return {
    'LEITOS.OCUPADO_SEM_OCUPACAO': [
      quebra(doLeito(leito.ocupado, "status = 'AGUARDANDO_LIMPEZA'")),
      quebra(doLeito(leito.livre, "status = 'OCUPADO'")),
      quebra(doLeito(leito.ocupado, `desde = ${ANTIGO}`)),
    ],
    'LEITOS.BLOQUEADO_SEM_BLOQUEIO': [
      quebra(doLeito(leito.livre, `status = 'BLOQUEADO', desde = ${ANTIGO}`)),
      quebra(doLeito(leito.bloqueado, "status = 'LIVRE'")),
      quebra(doLeito(leito.bloqueado, "status = 'MANUTENCAO'")),
      quebra(doLeito(leito.bloqueado, `desde = ${ANTIGO}`)),
      quebra(doLeito(leito.bloqueado, `vence_em = ${DISTANTE}`)),
    ],
    'LEITOS.PERIODO_QUE_NAO_E_O_DO_LEITO': [
      quebra(doLeito(leito.livre, 'maca = 1')),
      quebra(doLeito(leito.livre, 'extra = 1')),
      quebra(doLeito(leito.livre, 'planejado = 0')),
      quebra(doLeito(leito.livre, "status = 'DESATIVADO'")),
    ],
    'LEITOS.PRAZO_ESQUECIDO': [
      quebra(doLeito(leito.reservado, `vence_em = ${ANTIGO}, reserva_expira_em = ${ANTIGO}`), MUITAS_VEZES),
      quebra(
        doPlano(
          `registrado_em = '2019-01-01 00:00:00.000', inicio = '2019-02-01 00:00:00.000', ate = ${ANTIGO}`,
        ),
        MUITAS_VEZES,
      ),
    ],
    'LEITOS.RESERVA_PARA_PEDIDO_ENCERRADO': [
      quebra(
        `UPDATE internacoes SET status = 'RECUSADA', paciente_aberto_id = NULL, posicao_na_fila = NULL WHERE id = ${estadia.solicitada}`,
      ),
      quebra(doLeito(leito.reservado, `reserva_paciente_id = ${paciente.aberta}`)),
      quebra(
        doPlano(
          `acao = 'reservar', paciente_id = ${paciente.encerrada}, solicitacao_id = ${estadia.encerrada}`,
        ),
      ),
    ],
    'LEITOS.SETOR_INATIVO_EM_USO': [
      quebra("UPDATE setores SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'Reforma.'"),
    ],
    'LEITOS.PLANO_QUE_O_LEITO_NAO_SABE': [
      quebra(doLeito(leito.planejado, 'plano_em = NULL')),
      quebra(doLeito(leito.planejado, `plano_em = ${DISTANTE}`)),
      quebra(doLeito(leito.livre, `plano_em = ${DISTANTE}`)),
    ],
    'LEITOS.PLANO_EM_LEITO_DESATIVADO': [quebra(doLeito(leito.planejado, "status = 'DESATIVADO'"))],
    'LEITOS.PLANOS_SOBREPOSTOS': [
      quebra(
        `INSERT INTO leitos_planos (leito_id, acao, inicio, ate, motivo, situacao, registrado_em)
         SELECT leito_id, acao, inicio, ate, motivo, situacao, registrado_em FROM leitos_planos WHERE id = ${plano}`,
      ),
    ],
    'LEITOS.PLANO_SEM_EVENTO': [
      quebra(doPlano(`situacao = 'PERDIDO', resolvido_em = '${c.em(0)}'`)),
      quebra("DELETE FROM eventos WHERE tipo = 'leitos.plano-resolvido'"),
      quebra(`UPDATE leitos_planos SET situacao = 'APLICADO' WHERE id = ${c.planoCancelado}`),
    ],
    'LEITOS.DUAS_OCUPACOES_ABERTAS': [
      guardada(
        'uq_ocupacoes_leito_aberto',
        `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, leito_aberto_id, internacao_aberta_id)
         VALUES (${leito.ocupado}, ${estadia.encerrada}, 'ENFERMARIA', '${c.em(-1)}', ${leito.ocupado}, ${estadia.encerrada})`,
      ),
    ],
    'LEITOS.OCUPACOES_SOBREPOSTAS': [
      quebra(
        `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, fim)
         VALUES (${leito.ocupado}, ${estadia.encerrada}, 'ENFERMARIA', '${c.em(-6)}', '${c.em(-4)}')`,
      ),
    ],
    'LEITOS.BLOQUEIOS_SOBREPOSTOS': [quebra(bloqueio(leito.livre, -5, -3), bloqueio(leito.livre, -4, -2))],
    'LEITOS.OCUPACAO_DURANTE_BLOQUEIO': [
      quebra(bloqueio(leito.ocupado, -4, -3)),
      quebra(bloqueio(leito.ocupado, -6, -4)),
    ],
    'LEITOS.OCUPACAO_EM_OBSERVACAO': [quebra(doLeito(leito.ocupado, "classe = 'OBSERVACAO'"))],
    'LEITOS.OCUPACAO_FORA_DA_INSTALACAO': [
      quebra(dosPeriodos(`inicio = ${DISTANTE}`, 'INSTALADO')),
      quebra(dosPeriodos(`fim = ${ANTIGO}, periodo_aberto_id = NULL`, 'INSTALADO')),
    ],
    'LEITOS.PERIODOS_SOBREPOSTOS': [
      quebra(
        `INSERT INTO leitos_periodos (leito_id, atributo, fim) VALUES (${leito.livre}, 'INSTALADO', ${ANTIGO})`,
      ),
    ],
    'LEITOS.ENTRADA_SEM_HISTORIA': [
      quebra(`DELETE FROM leitos_historico WHERE leito_id = ${leito.ocupado} AND acao = 'ocupar'`),
      quebra(`UPDATE ocupacoes SET inicio = '${c.em(-9)}' WHERE leito_id = ${leito.ocupado}`),
      quebra(doPasso("acao = 'ocupar'", 3)),
    ],
    'LEITOS.HISTORIA_INTERROMPIDA': [
      quebra(doPasso("de = 'RESERVADO'", 3)),
      quebra(doPasso("de = 'EM_LIMPEZA'", 2)),
    ],
    'LEITOS.ESTADO_QUE_A_HISTORIA_NAO_CONTA': [
      quebra(doLeito(leito.liberado, "status = 'EM_LIMPEZA'")),
      quebra(doLeito(leito.livre, "status = 'EM_LIMPEZA'")),
      quebra(doLeito(leito.liberado, 'versao = 1')),
    ],
    'LEITOS.PASSO_FORA_DA_MAQUINA': [
      quebra(doPasso("acao = 'reservar'", 2)),
      guardada(
        'ck_leitos_historico_ate',
        "UPDATE leitos_historico SET para = 'OCUPADO' WHERE acao = 'registrar-estadia'",
      ),
    ],
    'LEITOS.MUDANCA_SEM_EVENTO': [
      quebra(
        `DELETE FROM entregas WHERE evento_id = '${liberacoes[1]}'`,
        `DELETE FROM eventos WHERE id = '${liberacoes[1]}'`,
      ),
      quebra(doEvento("tipo = 'leitos.leito-mudou-de-estado'")),
      quebra("DELETE FROM eventos WHERE tipo = 'leitos.leito-ocupado'"),
      quebra("DELETE FROM eventos WHERE tipo = 'leitos.leito-desocupado'"),
      quebra("DELETE FROM eventos WHERE tipo = 'leitos.leito-mudou-de-estado'"),
    ],
    'LEITOS.EVENTO_SEM_MUDANCA': [
      quebra(doEvento('agregado_versao = 500')),
      quebra(doEvento("tipo = 'leitos.leito-ocupado'")),
    ],
    'LEITOS.AUTOR_INEXISTENTE': [
      quebra(autor('leitos_historico')),
      quebra(autor('leitos_bloqueios')),
      quebra(autor('leitos_planos')),
      quebra(autor('ocupacoes_anuladas')),
      quebra(doLeito(leito.ocupado, `manutencao_motivo = 'Pintura.', manutencao_autor_id = ${NINGUEM}`)),
    ],
    'LEITOS.CHAVE_SEM_EFEITO': [chaveDe(`/v1/setores/${NINGUEM}`), chaveDe(`/v1/leitos/${NINGUEM}`)],
  };
};
