import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  apagarTabela,
  centavos,
  criarTabela,
  diaCivil,
  id,
  inteiro,
  instante,
  logico,
  texto,
} from '../src/banco/tabelas.js';

/** The account of each stay, what is charged, and its lines. */
export class FinanceiroCriaContasELancamentos1790000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'contas', {
      colunas: [
        id(),
        inteiro('internacao_id'),
        texto('status', 10),
        instante('abertura'),
        instante('fechamento', { nulo: true }),
        inteiro('versao'),
        instante('criado_em'),
        instante('atualizado_em'),
      ],
      unicos: { uq_contas_internacao: ['internacao_id'] },
      indices: { ix_contas_status: ['status', 'id'] },
      referencias: { fk_contas_internacao: ['internacao_id', 'internacoes'] },
      verificacoes: {
        ck_contas_status: "status IN ('ABERTA','FECHADA')",
        ck_contas_fechamento:
          "(status <> 'ABERTA' OR fechamento IS NULL) AND (status <> 'FECHADA' OR (fechamento IS NOT NULL AND fechamento >= abertura))",
        ck_contas_versao: 'versao >= 1',
      },
    });
    await this.#criarLancamentos(runner);
    await this.#criarLinhas(runner);
  }

  async #criarLancamentos(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'lancamentos', {
      colunas: [
        id(),
        inteiro('conta_id', { nulo: true }),
        texto('origem', 40),
        texto('tipo', 12),
        inteiro('parte'),
        inteiro('ativo', { nulo: true }),
        texto('status', 20),
        inteiro('convenio_id', { nulo: true }),
        inteiro('paciente_id'),
        centavos('valor'),
        diaCivil('emissao', { nulo: true }),
        diaCivil('vencimento', { nulo: true }),
        inteiro('versao'),
        instante('criado_em'),
        instante('atualizado_em'),
      ],
      unicos: { uq_lancamentos_origem: ['origem', 'tipo', 'parte', 'ativo'] },
      indices: {
        ix_lancamentos_conta: ['conta_id'],
        ix_lancamentos_status: ['status', 'id'],
        ix_lancamentos_convenio: ['convenio_id', 'id'],
        ix_lancamentos_paciente: ['paciente_id', 'id'],
      },
      referencias: {
        fk_lancamentos_conta: ['conta_id', 'contas'],
        fk_lancamentos_convenio: ['convenio_id', 'convenios'],
        fk_lancamentos_paciente: ['paciente_id', 'pacientes'],
      },
      verificacoes: {
        ck_lancamentos_tipo: "tipo IN ('FINAL','PARCIAL','COMPLEMENTAR','AVULSO')",
        ck_lancamentos_status:
          "status IN ('RASCUNHO','EMITIDO','PARCIALMENTE_PAGO','PAGO','VENCIDO','EM_COBRANCA','GLOSADO','EM_RECURSO','RENEGOCIADO','CANCELADO','ESTORNADO')",
        ck_lancamentos_parte: 'parte >= 1',
        ck_lancamentos_ativo: 'ativo IS NULL OR ativo = 1',
        ck_lancamentos_estornado:
          "(status <> 'ESTORNADO' OR ativo IS NULL) AND (ativo IS NOT NULL OR status IN ('CANCELADO','ESTORNADO'))",
        ck_lancamentos_valor: 'valor >= 0',
        ck_lancamentos_vencimento:
          '(emissao IS NULL AND vencimento IS NULL) OR (emissao IS NOT NULL AND vencimento IS NOT NULL AND vencimento >= emissao)',
        ck_lancamentos_emitido:
          "status IN ('RASCUNHO','CANCELADO') OR (valor > 0 AND emissao IS NOT NULL AND vencimento IS NOT NULL)",
        ck_lancamentos_final: "tipo <> 'FINAL' OR conta_id IS NOT NULL",
        ck_lancamentos_versao: 'versao >= 1',
      },
    });
  }

  async #criarLinhas(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'lancamentos_linhas', {
      colunas: [
        id(),
        inteiro('lancamento_id'),
        inteiro('ordem'),
        texto('tipo', 12),
        texto('codigo', 20, { nulo: true }),
        texto('descricao', 200),
        diaCivil('data'),
        inteiro('quantidade'),
        centavos('preco_unitario'),
        inteiro('fator'),
        centavos('valor'),
        logico('sem_preco'),
      ],
      unicos: { uq_lancamentos_linhas_ordem: ['lancamento_id', 'ordem'] },
      referencias: { fk_lancamentos_linhas_lancamento: ['lancamento_id', 'lancamentos'] },
      verificacoes: {
        ck_lancamentos_linhas_tipo:
          "tipo IN ('DIARIA','TAXA','MATERIAL','MEDICAMENTO','PROCEDIMENTO','PACOTE')",
        ck_lancamentos_linhas_ordem: 'ordem >= 1',
        ck_lancamentos_linhas_quantidade: 'quantidade >= 1',
        ck_lancamentos_linhas_preco: 'preco_unitario >= 0',
        ck_lancamentos_linhas_fator: 'fator >= 1',
        ck_lancamentos_linhas_valor: 'valor >= 0',
        ck_lancamentos_linhas_sem_preco:
          'sem_preco = 0 OR (sem_preco = 1 AND preco_unitario = 0 AND valor = 0)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['lancamentos_linhas', 'lancamentos', 'contas']) await apagarTabela(runner, tabela);
  }
}
