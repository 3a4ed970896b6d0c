import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { apagarTabela, criarTabela, diaCivil, id, inteiro, instante, texto } from '../src/banco/tabelas.js';

const RESPONDIDO = 'respondido_em IS NOT NULL AND respondido_em >= aberto_em';

/** What people ask about their data; and the notices sent to one address, which they may take along. */
export class PrivacidadeCriaPedidos1790000000840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'pedidos_de_privacidade', {
      colunas: [
        id(),
        inteiro('paciente_id'),
        texto('tipo', 16),
        texto('status', 10),
        texto('descricao', 2000, { nulo: true }),
        instante('aberto_em'),
        inteiro('aberto_por', { nulo: true }),
        diaCivil('prazo', { nulo: true }),
        instante('respondido_em', { nulo: true }),
        inteiro('respondido_por', { nulo: true }),
        texto('resposta', 4000, { nulo: true }),
        texto('fundamento', 2000, { nulo: true }),
        diaCivil('guarda_ate', { nulo: true }),
        inteiro('versao'),
      ],
      indices: {
        ix_pedidos_de_privacidade_paciente: ['paciente_id', 'id'],
        ix_pedidos_de_privacidade_status: ['status', 'id'],
      },
      referencias: { fk_pedidos_de_privacidade_paciente: ['paciente_id', 'pacientes'] },
      verificacoes: {
        ck_pedidos_de_privacidade_tipo:
          "tipo IN ('CONFIRMACAO','ACESSO','CORRECAO','PORTABILIDADE','COMPARTILHAMENTO','REVOGACAO','ELIMINACAO')",
        ck_pedidos_de_privacidade_status: "status IN ('ABERTO','ATENDIDO','RECUSADO')",
        ck_pedidos_de_privacidade_aberto:
          "status <> 'ABERTO' OR (prazo IS NOT NULL AND respondido_em IS NULL AND respondido_por IS NULL AND resposta IS NULL AND fundamento IS NULL)",
        ck_pedidos_de_privacidade_atendido: `status <> 'ATENDIDO' OR (${RESPONDIDO} AND respondido_por IS NOT NULL AND resposta IS NOT NULL AND fundamento IS NULL)`,
        ck_pedidos_de_privacidade_recusado: `status <> 'RECUSADO' OR (${RESPONDIDO} AND fundamento IS NOT NULL AND resposta IS NULL)`,
        ck_pedidos_de_privacidade_eliminacao:
          "(tipo = 'ELIMINACAO' AND status = 'RECUSADO' AND guarda_ate IS NOT NULL AND respondido_por IS NULL) OR (tipo <> 'ELIMINACAO' AND guarda_ate IS NULL AND (status = 'ABERTO' OR respondido_por IS NOT NULL))",
        ck_pedidos_de_privacidade_versao: 'versao >= 1',
      },
    });
    await alterarTabela(runner, 'notificacoes', {
      indices: { ix_notificacoes_destinatario: ['destinatario', 'id'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'notificacoes', { semIndices: ['ix_notificacoes_destinatario'] });
    await apagarTabela(runner, 'pedidos_de_privacidade');
  }
}
