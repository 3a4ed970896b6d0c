import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { apagarTabela, criarTabela, id, inteiro, instante, texto } from '../src/banco/tabelas.js';

/** When the state of a bed ends by itself; whom a reservation is for, once each; what is planned for a bed; what was annulled. */
export class LeitosCriaPlanosEAnuladas1790000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'leitos', {
      colunas: [instante('vence_em', { nulo: true }), inteiro('reserva_solicitacao_id', { nulo: true })],
    });
    await this.preencherVencimentos(runner);
    await this.separarReservas(runner);
    await alterarTabela(runner, 'leitos', {
      unicos: {
        uq_leitos_reserva_paciente: ['reserva_paciente_id'],
        uq_leitos_reserva_solicitacao: ['reserva_solicitacao_id'],
      },
      indices: { ix_leitos_vence: ['vence_em'] },
      referencias: { fk_leitos_reserva_solicitacao: ['reserva_solicitacao_id', 'internacoes'] },
      verificacoes: {
        ck_leitos_reserva:
          "(status = 'RESERVADO' AND reserva_expira_em IS NOT NULL AND (reserva_solicitacao_id IS NULL OR reserva_paciente_id IS NOT NULL)) OR (status <> 'RESERVADO' AND reserva_paciente_id IS NULL AND reserva_solicitacao_id IS NULL AND reserva_expira_em IS NULL)",
        ck_leitos_vence:
          "(status = 'RESERVADO' AND vence_em IS NOT NULL AND vence_em = reserva_expira_em) OR status IN ('BLOQUEADO','MANUTENCAO') OR (status NOT IN ('RESERVADO','BLOQUEADO','MANUTENCAO') AND vence_em IS NULL)",
      },
    });
    await this.criarPlanos(runner);
    await this.criarAnuladas(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['ocupacoes_anuladas', 'leitos_planos']) await apagarTabela(runner, tabela);
    await alterarTabela(runner, 'leitos', {
      semReferencias: ['fk_leitos_reserva_solicitacao'],
      semIndices: ['uq_leitos_reserva_paciente', 'uq_leitos_reserva_solicitacao', 'ix_leitos_vence'],
      semVerificacoes: ['ck_leitos_vence'],
      verificacoes: {
        ck_leitos_reserva:
          "(status = 'RESERVADO' AND reserva_expira_em IS NOT NULL) OR (status <> 'RESERVADO' AND reserva_paciente_id IS NULL AND reserva_expira_em IS NULL)",
      },
    });
    await alterarTabela(runner, 'leitos', { semColunas: ['vence_em', 'reserva_solicitacao_id'] });
  }

  private async preencherVencimentos(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE leitos SET vence_em = reserva_expira_em WHERE status = 'RESERVADO'");
    await runner.query(
      `UPDATE leitos SET vence_em = (SELECT b.fim_previsto FROM leitos_bloqueios b WHERE b.bloqueio_aberto_id = leitos.id)
        WHERE status IN ('BLOQUEADO','MANUTENCAO')`,
    );
  }

  /** Of two reservations for one patient the older bed keeps him; the other stays for whoever comes, until it expires. */
  private async separarReservas(runner: QueryRunner): Promise<void> {
    const repetidos = (await runner.query(
      `SELECT l.id FROM leitos l JOIN leitos p ON p.reserva_paciente_id = l.reserva_paciente_id AND p.id < l.id`,
    )) as { id: number }[];
    for (const { id: leitoId } of repetidos)
      await runner.query('UPDATE leitos SET reserva_paciente_id = NULL WHERE id = ?', [leitoId]);
  }

  private criarPlanos(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'leitos_planos', {
      colunas: [
        id(),
        inteiro('leito_id'),
        texto('acao', 20),
        instante('inicio'),
        instante('ate', { nulo: true }),
        texto('motivo', 500, { nulo: true }),
        inteiro('paciente_id', { nulo: true }),
        inteiro('solicitacao_id', { nulo: true }),
        texto('situacao', 10),
        instante('resolvido_em', { nulo: true }),
        instante('registrado_em'),
        inteiro('autor_id', { nulo: true }),
      ],
      indices: {
        ix_leitos_planos_devidos: ['situacao', 'inicio'],
        ix_leitos_planos_leito: ['leito_id', 'id'],
        ix_leitos_planos_pendentes: ['leito_id', 'situacao', 'inicio'],
        ix_leitos_planos_solicitacao: ['solicitacao_id'],
        ix_leitos_planos_paciente: ['paciente_id'],
      },
      referencias: {
        fk_leitos_planos_leito: ['leito_id', 'leitos'],
        fk_leitos_planos_paciente: ['paciente_id', 'pacientes'],
        fk_leitos_planos_solicitacao: ['solicitacao_id', 'internacoes'],
      },
      verificacoes: {
        ck_leitos_planos_acao: "acao IN ('reservar','bloquear','manutencao')",
        ck_leitos_planos_situacao: "situacao IN ('PENDENTE','APLICADO','CANCELADO','PERDIDO')",
        ck_leitos_planos_periodo: 'inicio > registrado_em AND (ate IS NULL OR ate > inicio)',
        ck_leitos_planos_reserva:
          "(acao = 'reservar' AND ate IS NOT NULL AND (solicitacao_id IS NULL OR paciente_id IS NOT NULL)) OR (acao <> 'reservar' AND motivo IS NOT NULL AND paciente_id IS NULL AND solicitacao_id IS NULL)",
        ck_leitos_planos_resolvido:
          "(situacao = 'PENDENTE' AND resolvido_em IS NULL) OR (situacao <> 'PENDENTE' AND resolvido_em IS NOT NULL)",
      },
    });
  }

  private criarAnuladas(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'ocupacoes_anuladas', {
      colunas: [
        id(),
        inteiro('leito_id'),
        inteiro('internacao_id'),
        texto('tipo', 20),
        instante('inicio'),
        instante('fim'),
        instante('anulada_em'),
        texto('motivo', 500),
        inteiro('autor_id', { nulo: true }),
      ],
      indices: {
        ix_ocupacoes_anuladas_leito: ['leito_id', 'inicio'],
        ix_ocupacoes_anuladas_internacao: ['internacao_id'],
      },
      referencias: {
        fk_ocupacoes_anuladas_leito: ['leito_id', 'leitos'],
        fk_ocupacoes_anuladas_internacao: ['internacao_id', 'internacoes'],
      },
      verificacoes: {
        ck_ocupacoes_anuladas_tipo:
          "tipo IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
        ck_ocupacoes_anuladas_periodo: 'fim >= inicio',
      },
    });
  }
}
