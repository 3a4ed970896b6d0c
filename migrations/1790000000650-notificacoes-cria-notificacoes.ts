import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, texto, textoLongo } from '../src/banco/tabelas.js';

/** The ledger of notices and the small table that senders claim from. */
export class NotificacoesCriaNotificacoes1790000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'notificacoes', {
      colunas: [
        id(),
        texto('tipo', 40),
        texto('canal', 10),
        texto('destinatario', 254),
        texto('referencia', 60),
        texto('ocorrencia', 64),
        texto('status', 20),
        textoLongo('dados'),
        inteiro('tentativas'),
        instante('criada_em'),
        instante('devida_em'),
        instante('enviada_em', { nulo: true }),
        texto('message_id', 120, { nulo: true }),
        texto('erro', 60, { nulo: true }),
        inteiro('versao'),
      ],
      unicos: { uq_notificacoes_ocorrencia: ['tipo', 'referencia', 'canal', 'destinatario', 'ocorrencia'] },
      indices: {
        ix_notificacoes_tipo: ['tipo', 'id'],
        ix_notificacoes_status: ['status', 'id'],
        ix_notificacoes_referencia: ['referencia', 'id'],
      },
      verificacoes: {
        ck_notificacoes_canal: "canal IN ('EMAIL')",
        ck_notificacoes_status:
          "status IN ('CRIADA','AGENDADA','NA_FILA','ENVIANDO','ENVIADA','FALHA_TEMPORARIA','FALHA_DEFINITIVA','SUPRIMIDA','CANCELADA','EXPIRADA')",
        ck_notificacoes_tentativas: 'tentativas >= 0 AND versao >= 1',
        ck_notificacoes_enviada:
          "(status = 'ENVIADA' AND enviada_em IS NOT NULL AND message_id IS NOT NULL) OR (status <> 'ENVIADA' AND enviada_em IS NULL)",
      },
    });
    await criarTabela(runner, 'notificacoes_fila', {
      colunas: [
        { name: 'notificacao_id', type: 'integer', isPrimary: true },
        instante('disponivel_em'),
        texto('dono', 36, { nulo: true }),
        instante('dono_ate', { nulo: true }),
      ],
      referencias: { fk_notificacoes_fila_notificacao: ['notificacao_id', 'notificacoes'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['notificacoes_fila', 'notificacoes']) await apagarTabela(runner, tabela);
  }
}
