import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { instante, texto } from '../src/banco/tabelas.js';

/** Requests for a bed, discharge by steps, cancelled and reopened stays. */
export class InternacoesCompletaAEstadia1790000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#acrescentarColunas(runner);
    // Until now every stay began with the admission.
    await runner.query('UPDATE internacoes SET desde = entrada WHERE desde IS NULL');
    await alterarTabela(runner, 'internacoes', {
      anulaveis: ['entrada'],
      obrigatorias: ['desde'],
      indices: {
        ix_internacoes_paciente_desde: ['paciente_id', 'desde'],
        ix_internacoes_status_desde: ['status', 'desde'],
        ix_internacoes_setor_desde: ['setor_id', 'desde'],
        ix_internacoes_desde: ['desde'],
        ix_internacoes_fila: ['posicao_na_fila'],
        ix_internacoes_saida_esperada: ['saida_esperada_em'],
      },
      verificacoes: VERIFICACOES,
    });
    // Only now: a foreign key is never left without an index.
    await alterarTabela(runner, 'internacoes', { semIndices: Object.keys(INDICES_ANTIGOS) });
    await alterarTabela(runner, 'internacoes_movimentacoes', {
      colunas: [instante('previsto_para', { nulo: true })],
      verificacoes: VERIFICACOES_DAS_MOVIMENTACOES,
    });
  }

  async #acrescentarColunas(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes', {
      colunas: [
        instante('solicitada_em', { nulo: true }),
        texto('tipo_leito', 20, { nulo: true }),
        texto('prioridade', 12, { nulo: true }),
        texto('posicao_na_fila', 30, { nulo: true }),
        instante('desde', { nulo: true }),
        instante('alta_prevista_para', { nulo: true }),
        instante('alta_clinica_em', { nulo: true }),
        instante('saida_esperada_em', { nulo: true }),
      ],
    });
  }

  /** Refused, by the rules of before, while there are stays that only these columns can tell. */
  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'internacoes_movimentacoes', {
      semVerificacoes: Object.keys(VERIFICACOES_DAS_MOVIMENTACOES),
      semColunas: ['previsto_para'],
    });
    await alterarTabela(runner, 'internacoes', { obrigatorias: ['entrada'], indices: INDICES_ANTIGOS });
    await alterarTabela(runner, 'internacoes', {
      semVerificacoes: Object.keys(VERIFICACOES).filter((nome) => !(nome in VERIFICACOES_ANTIGAS)),
      semIndices: [
        'ix_internacoes_paciente_desde',
        'ix_internacoes_status_desde',
        'ix_internacoes_setor_desde',
        'ix_internacoes_desde',
        'ix_internacoes_fila',
        'ix_internacoes_saida_esperada',
      ],
      semColunas: [
        'solicitada_em',
        'tipo_leito',
        'prioridade',
        'posicao_na_fila',
        'desde',
        'alta_prevista_para',
        'alta_clinica_em',
        'saida_esperada_em',
      ],
      verificacoes: VERIFICACOES_ANTIGAS,
    });
  }
}

const VERIFICACOES = {
  ck_internacoes_prioridade:
    "prioridade IS NULL OR prioridade IN ('EMERGENCIA','URGENTE','PRIORITARIA','ELETIVA')",
  ck_internacoes_tipo_leito:
    "tipo_leito IS NULL OR tipo_leito IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
  ck_internacoes_solicitacao:
    "(solicitada_em IS NULL AND tipo_leito IS NULL AND prioridade IS NULL AND status NOT IN ('SOLICITADA','RECUSADA')) OR (solicitada_em IS NOT NULL AND tipo_leito IS NOT NULL AND prioridade IS NOT NULL)",
  ck_internacoes_fila:
    "(status = 'SOLICITADA' AND posicao_na_fila IS NOT NULL) OR (status <> 'SOLICITADA' AND posicao_na_fila IS NULL)",
  ck_internacoes_entrada:
    "(entrada IS NULL AND status IN ('SOLICITADA','RECUSADA','CANCELADA')) OR (entrada IS NOT NULL AND status NOT IN ('SOLICITADA','RECUSADA') AND (solicitada_em IS NULL OR entrada >= solicitada_em))",
  ck_internacoes_desde:
    '(entrada IS NOT NULL AND desde = entrada) OR (entrada IS NULL AND solicitada_em IS NOT NULL AND desde = solicitada_em)',
  ck_internacoes_movimentos: 'movimentos >= 1 AND ultimo_movimento_em >= desde',
  ck_internacoes_previsao:
    "(alta_prevista_para IS NULL AND status <> 'ALTA_PREVISTA') OR (alta_prevista_para IS NOT NULL AND status IN ('ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA'))",
  ck_internacoes_alta_clinica:
    "(alta_clinica_em IS NULL AND status <> 'ALTA_CLINICA') OR (alta_clinica_em IS NOT NULL AND status IN ('ALTA_CLINICA','ENCERRADA') AND alta_clinica_em >= entrada AND (saida IS NULL OR alta_clinica_em <= saida))",
  ck_internacoes_saida_esperada:
    "(saida_esperada_em IS NULL AND status NOT IN ('ALTA_PREVISTA','ALTA_CLINICA')) OR (saida_esperada_em IS NOT NULL AND status IN ('ALTA_PREVISTA','ALTA_CLINICA') AND saida_esperada_em = COALESCE(alta_prevista_para, alta_clinica_em))",
  ck_internacoes_desfecho:
    "(status IN ('ALTA_CLINICA','ENCERRADA') AND cid_saida IS NOT NULL AND motivo_saida IS NOT NULL AND medico_alta_id IS NOT NULL) OR (status NOT IN ('ALTA_CLINICA','ENCERRADA') AND cid_saida IS NULL AND motivo_saida IS NULL AND medico_alta_id IS NULL)",
  ck_internacoes_paciente_aberto:
    "(status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NOT NULL AND paciente_aberto_id = paciente_id) OR (status NOT IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NULL)",
};

const VERIFICACOES_DAS_MOVIMENTACOES = {
  ck_internacoes_movimentacoes_sem_leito:
    "tipo NOT IN ('SOLICITACAO','PREVISAO_DE_ALTA','CANCELAMENTO_DA_PREVISAO','ALTA_CLINICA','RECUSA') OR (de_leito_id IS NULL AND para_leito_id IS NULL)",
  ck_internacoes_movimentacoes_reabertura:
    "tipo <> 'REABERTURA' OR (de_leito_id IS NULL AND para_leito_id IS NOT NULL)",
  ck_internacoes_movimentacoes_cancelamento: "tipo <> 'CANCELAMENTO' OR para_leito_id IS NULL",
  ck_internacoes_movimentacoes_motivo:
    "tipo NOT IN ('TRANSFERENCIA','RECUSA','CANCELAMENTO','REABERTURA') OR motivo IS NOT NULL",
  ck_internacoes_movimentacoes_previsao:
    "(tipo = 'PREVISAO_DE_ALTA' AND previsto_para IS NOT NULL AND previsto_para > em) OR (tipo <> 'PREVISAO_DE_ALTA' AND previsto_para IS NULL)",
};

/** As they were before. */
const VERIFICACOES_ANTIGAS = {
  ck_internacoes_movimentos: 'movimentos >= 1 AND ultimo_movimento_em >= entrada',
  ck_internacoes_desfecho:
    "status <> 'ENCERRADA' OR (cid_saida IS NOT NULL AND motivo_saida IS NOT NULL AND medico_alta_id IS NOT NULL)",
  ck_internacoes_paciente_aberto:
    "(status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NOT NULL AND paciente_aberto_id = paciente_id) OR (status NOT IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NULL)",
};

const INDICES_ANTIGOS = {
  ix_internacoes_paciente: ['paciente_id', 'entrada'],
  ix_internacoes_status: ['status', 'entrada'],
  ix_internacoes_setor: ['setor_id', 'entrada'],
  ix_internacoes_entrada: ['entrada'],
};
