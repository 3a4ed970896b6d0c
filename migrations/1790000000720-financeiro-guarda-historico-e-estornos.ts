import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { apagarTabela, centavos, criarTabela, id, inteiro, instante, texto } from '../src/banco/tabelas.js';

const STATUS =
  "('RASCUNHO','EMITIDO','PARCIALMENTE_PAGO','PAGO','VENCIDO','EM_COBRANCA','GLOSADO','EM_RECURSO','RENEGOCIADO','CANCELADO','ESTORNADO')";

/** Every step of a charge and who took it; accounts of stays that counted for nothing; drafts that were reversed. */
export class FinanceiroGuardaHistoricoEEstornos1790000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'contas', {
      verificacoes: {
        ck_contas_status: "status IN ('ABERTA','FECHADA','CANCELADA')",
        ck_contas_fechamento:
          "(status <> 'FECHADA' AND fechamento IS NULL) OR (status = 'FECHADA' AND fechamento IS NOT NULL AND fechamento >= abertura)",
      },
    });
    await alterarTabela(runner, 'lancamentos', {
      colunas: [inteiro('autor_id', { nulo: true })],
      indices: {
        ix_lancamentos_vencimento: ['vencimento', 'id'],
        ix_lancamentos_valor: ['valor', 'id'],
      },
      verificacoes: {
        ck_lancamentos_emitido:
          "status IN ('RASCUNHO','CANCELADO') OR (status = 'ESTORNADO' AND emissao IS NULL) OR (valor > 0 AND emissao IS NOT NULL AND vencimento IS NOT NULL)",
        ck_lancamentos_estornado:
          "(status NOT IN ('CANCELADO','ESTORNADO') OR ativo IS NULL) AND (ativo IS NOT NULL OR status IN ('CANCELADO','ESTORNADO'))",
      },
    });
    await this.#criarHistorico(runner);
    // Until now nothing could happen to a charge but its creation, by the system.
    await runner.query(
      `INSERT INTO lancamentos_historico (lancamento_id, versao, acao, de, para, valor, em, motivo, autor_id)
       SELECT id, 1, 'criar', NULL, status, CASE WHEN emissao IS NULL THEN 0 ELSE valor END, criado_em, NULL, NULL
         FROM lancamentos WHERE status IN ('RASCUNHO','EMITIDO')`,
    );
  }

  async #criarHistorico(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'lancamentos_historico', {
      colunas: [
        id(),
        inteiro('lancamento_id'),
        inteiro('versao'),
        texto('acao', 20),
        texto('de', 20, { nulo: true }),
        texto('para', 20),
        centavos('valor'),
        instante('em'),
        texto('motivo', 500, { nulo: true }),
        inteiro('autor_id', { nulo: true }),
      ],
      unicos: { uq_lancamentos_historico_versao: ['lancamento_id', 'versao'] },
      referencias: { fk_lancamentos_historico_lancamento: ['lancamento_id', 'lancamentos'] },
      verificacoes: {
        ck_lancamentos_historico_acao:
          "acao IN ('criar','emitir','registrar-pagamento','vencer','cobrar','glosar','recorrer','decidir-recurso','renegociar','cancelar','estornar')",
        ck_lancamentos_historico_de: `de IS NULL OR de IN ${STATUS}`,
        ck_lancamentos_historico_para: `para IN ${STATUS}`,
        ck_lancamentos_historico_criacao:
          "(acao = 'criar' AND de IS NULL AND versao = 1) OR (acao <> 'criar' AND de IS NOT NULL AND versao > 1)",
        ck_lancamentos_historico_estorno:
          "(acao = 'estornar' AND para = 'ESTORNADO' AND valor <= 0 AND motivo IS NOT NULL) OR (acao <> 'estornar' AND para <> 'ESTORNADO')",
      },
      semeada: true,
    });
  }

  /** Fails, by its checks, where accounts were cancelled or drafts reversed meanwhile: the old table cannot hold them. */
  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'lancamentos_historico');
    await alterarTabela(runner, 'lancamentos', {
      semColunas: ['autor_id'],
      semIndices: ['ix_lancamentos_vencimento', 'ix_lancamentos_valor'],
      verificacoes: {
        ck_lancamentos_emitido:
          "status IN ('RASCUNHO','CANCELADO') OR (valor > 0 AND emissao IS NOT NULL AND vencimento IS NOT NULL)",
        ck_lancamentos_estornado:
          "(status <> 'ESTORNADO' OR ativo IS NULL) AND (ativo IS NOT NULL OR status IN ('CANCELADO','ESTORNADO'))",
      },
    });
    await alterarTabela(runner, 'contas', {
      verificacoes: {
        ck_contas_status: "status IN ('ABERTA','FECHADA')",
        ck_contas_fechamento:
          "(status <> 'ABERTA' OR fechamento IS NULL) AND (status <> 'FECHADA' OR (fechamento IS NOT NULL AND fechamento >= abertura))",
      },
    });
  }
}
