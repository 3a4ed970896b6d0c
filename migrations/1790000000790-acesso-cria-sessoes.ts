import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { apagarTabela, criarTabela, id, inteiro, instante, logico, texto } from '../src/banco/tabelas.js';

/** Sessions, which go on by renewing, and the version of an account's access. */
export class AcessoCriaSessoes1790000000790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable for good: while replicas are replaced, those of the version before still write without it.
    await alterarTabela(runner, 'usuarios', { colunas: [inteiro('versao_acesso', { nulo: true })] });
    await runner.query('UPDATE usuarios SET versao_acesso = 1 WHERE versao_acesso IS NULL');
    await criarTabela(runner, 'sessoes', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        instante('criada_em'),
        instante('renovada_em'),
        instante('expira_em'),
        instante('encerrada_em', { nulo: true }),
        texto('motivo_encerramento', 20, { nulo: true }),
        texto('pendencia', 30, { nulo: true }),
        texto('origem', 45, { nulo: true }),
        texto('agente', 200, { nulo: true }),
      ],
      indices: {
        ix_sessoes_usuario: ['usuario_id', 'encerrada_em', 'id'],
        ix_sessoes_expira: ['expira_em'],
      },
      referencias: { fk_sessoes_usuario: ['usuario_id', 'usuarios'] },
      verificacoes: {
        ck_sessoes_encerramento:
          '(encerrada_em IS NULL AND motivo_encerramento IS NULL) OR (encerrada_em IS NOT NULL AND motivo_encerramento IS NOT NULL)',
        ck_sessoes_motivo:
          "motivo_encerramento IS NULL OR motivo_encerramento IN ('LOGOUT','OUTRAS','REUSO','SENHA','SEGUNDO_FATOR','ADMINISTRACAO','INATIVACAO')",
        ck_sessoes_pendencia: "pendencia IS NULL OR pendencia IN ('TROCAR_SENHA','CADASTRAR_SEGUNDO_FATOR')",
        ck_sessoes_validade: 'expira_em > criada_em',
      },
    });
    await criarTabela(runner, 'tokens_de_renovacao', {
      colunas: [
        id(),
        inteiro('sessao_id'),
        texto('hash', 64),
        instante('criado_em'),
        instante('expira_em'),
        instante('usado_em', { nulo: true }),
        logico('irmao_emitido'),
      ],
      unicos: { uq_tokens_de_renovacao_hash: ['hash'] },
      indices: {
        ix_tokens_de_renovacao_sessao: ['sessao_id', 'usado_em'],
        ix_tokens_de_renovacao_expira: ['expira_em'],
      },
      referencias: { fk_tokens_de_renovacao_sessao: ['sessao_id', 'sessoes'] },
      verificacoes: {
        ck_tokens_de_renovacao_irmao: 'irmao_emitido = 0 OR usado_em IS NOT NULL',
        ck_tokens_de_renovacao_validade: 'expira_em > criado_em',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['tokens_de_renovacao', 'sessoes']) await apagarTabela(runner, tabela);
    await alterarTabela(runner, 'usuarios', { semColunas: ['versao_acesso'] });
  }
}
