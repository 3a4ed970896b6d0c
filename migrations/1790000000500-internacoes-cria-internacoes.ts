import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, texto } from '../src/banco/tabelas.js';

/** Stays and what happened to each of them. */
export class InternacoesCriaInternacoes1790000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'internacoes', {
      colunas: [
        id(),
        inteiro('paciente_id'),
        inteiro('medico_id'),
        inteiro('convenio_id', { nulo: true }),
        inteiro('setor_id', { nulo: true }),
        texto('status', 16),
        texto('carater', 10),
        texto('cid_sistema', 10),
        texto('cid_versao', 10),
        texto('cid_entrada', 4),
        texto('cid_saida', 4, { nulo: true }),
        texto('motivo_saida', 30, { nulo: true }),
        inteiro('medico_alta_id', { nulo: true }),
        texto('observacao', 2000, { nulo: true }),
        instante('entrada'),
        instante('saida', { nulo: true }),
        inteiro('paciente_aberto_id', { nulo: true }),
        inteiro('movimentos'),
        instante('ultimo_movimento_em'),
        inteiro('versao'),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('autor_id', { nulo: true }),
      ],
      unicos: { uq_internacoes_paciente_aberto: ['paciente_aberto_id'] },
      indices: {
        ix_internacoes_paciente: ['paciente_id', 'entrada'],
        ix_internacoes_status: ['status', 'entrada'],
        ix_internacoes_setor: ['setor_id', 'entrada'],
        ix_internacoes_entrada: ['entrada'],
      },
      referencias: {
        fk_internacoes_paciente: ['paciente_id', 'pacientes'],
        fk_internacoes_medico: ['medico_id', 'medicos'],
        fk_internacoes_convenio: ['convenio_id', 'convenios'],
        fk_internacoes_setor: ['setor_id', 'setores'],
        fk_internacoes_medico_alta: ['medico_alta_id', 'medicos'],
      },
      verificacoes: {
        ck_internacoes_status:
          "status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
        ck_internacoes_carater: "carater IN ('ELETIVO','URGENCIA')",
        ck_internacoes_motivo_saida:
          "motivo_saida IS NULL OR motivo_saida IN ('ALTA_CURADO','ALTA_MELHORADO','ALTA_OUTROS','ALTA_A_PEDIDO','ALTA_RETORNO','EVASAO','ALTA_PUERPERA_RN','TRANSFERENCIA_EXTERNA','INTERNACAO_DOMICILIAR','OBITO')",
        ck_internacoes_cid: 'length(cid_entrada) >= 3 AND (cid_saida IS NULL OR length(cid_saida) >= 3)',
        ck_internacoes_versao: 'versao >= 1',
        ck_internacoes_saida: 'saida IS NULL OR saida >= entrada',
        ck_internacoes_movimentos: 'movimentos >= 1 AND ultimo_movimento_em >= entrada',
        ck_internacoes_aberta:
          "(status = 'ENCERRADA' AND saida IS NOT NULL) OR (status <> 'ENCERRADA' AND saida IS NULL)",
        ck_internacoes_desfecho:
          "status <> 'ENCERRADA' OR (cid_saida IS NOT NULL AND motivo_saida IS NOT NULL AND medico_alta_id IS NOT NULL)",
        ck_internacoes_paciente_aberto:
          "(status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NOT NULL AND paciente_aberto_id = paciente_id) OR (status NOT IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NULL)",
      },
    });
    await this.#criarMovimentacoes(runner);
  }

  async #criarMovimentacoes(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'internacoes_movimentacoes', {
      colunas: [
        id(),
        inteiro('internacao_id'),
        inteiro('ordem'),
        texto('tipo', 30),
        texto('estado_anterior', 16, { nulo: true }),
        texto('estado_novo', 16),
        inteiro('de_leito_id', { nulo: true }),
        inteiro('para_leito_id', { nulo: true }),
        instante('em'),
        instante('registrado_em'),
        texto('motivo', 500, { nulo: true }),
        inteiro('autor_id', { nulo: true }),
      ],
      unicos: { uq_internacoes_movimentacoes_ordem: ['internacao_id', 'ordem'] },
      referencias: {
        fk_internacoes_movimentacoes_internacao: ['internacao_id', 'internacoes'],
        fk_internacoes_movimentacoes_de_leito: ['de_leito_id', 'leitos'],
        fk_internacoes_movimentacoes_para_leito: ['para_leito_id', 'leitos'],
      },
      verificacoes: {
        ck_internacoes_movimentacoes_ordem: 'ordem >= 1',
        ck_internacoes_movimentacoes_tipo:
          "tipo IN ('SOLICITACAO','ADMISSAO','TRANSFERENCIA','PREVISAO_DE_ALTA','CANCELAMENTO_DA_PREVISAO','ALTA_CLINICA','ALTA','SAIDA','REABERTURA','CANCELAMENTO','RECUSA')",
        ck_internacoes_movimentacoes_anterior:
          "estado_anterior IS NULL OR estado_anterior IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
        ck_internacoes_movimentacoes_novo:
          "estado_novo IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
        ck_internacoes_movimentacoes_admissao:
          "tipo <> 'ADMISSAO' OR (de_leito_id IS NULL AND para_leito_id IS NOT NULL)",
        ck_internacoes_movimentacoes_transferencia:
          "tipo <> 'TRANSFERENCIA' OR (de_leito_id IS NOT NULL AND para_leito_id IS NOT NULL AND de_leito_id <> para_leito_id)",
        ck_internacoes_movimentacoes_saida:
          "tipo NOT IN ('ALTA','SAIDA') OR (de_leito_id IS NOT NULL AND para_leito_id IS NULL)",
        ck_internacoes_movimentacoes_em: 'em <= registrado_em',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'internacoes_movimentacoes');
    await apagarTabela(runner, 'internacoes');
  }
}
