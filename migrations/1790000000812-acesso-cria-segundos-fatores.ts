import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { apagarTabela, criarTabela, id, instante, inteiro, logico, texto } from '../src/banco/tabelas.js';

/** The second factor, its recovery codes, and which passwords somebody else chose. */
export class AcessoCriaSegundosFatores1790000000812 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable for good: replicas of the version before create users without it.
    await alterarTabela(runner, 'usuarios', { colunas: [logico('senha_provisoria', { nulo: true })] });
    await criarTabela(runner, 'segundos_fatores', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        inteiro('usuario_vigente_id', { nulo: true }),
        texto('segredo', 200, { nulo: true }),
        instante('criado_em'),
        instante('confirmado_em', { nulo: true }),
        inteiro('ultimo_passo', { nulo: true }),
        instante('encerrado_em', { nulo: true }),
        texto('motivo_encerramento', 300, { nulo: true }),
      ],
      unicos: { uq_segundos_fatores_vigente: ['usuario_vigente_id'] },
      indices: { ix_segundos_fatores_usuario: ['usuario_id'] },
      referencias: { fk_segundos_fatores_usuario: ['usuario_id', 'usuarios'] },
      verificacoes: {
        ck_segundos_fatores_confirmacao: 'confirmado_em IS NULL OR ultimo_passo IS NOT NULL',
        ck_segundos_fatores_vigencia:
          '(usuario_vigente_id = usuario_id AND segredo IS NOT NULL AND encerrado_em IS NULL AND motivo_encerramento IS NULL) OR (usuario_vigente_id IS NULL AND segredo IS NULL AND encerrado_em IS NOT NULL AND motivo_encerramento IS NOT NULL)',
      },
    });
    await criarTabela(runner, 'codigos_de_recuperacao', {
      colunas: [id(), inteiro('segundo_fator_id'), texto('resumo', 64), instante('usado_em', { nulo: true })],
      unicos: { uq_codigos_de_recuperacao: ['segundo_fator_id', 'resumo'] },
      referencias: { fk_codigos_de_recuperacao_fator: ['segundo_fator_id', 'segundos_fatores'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['codigos_de_recuperacao', 'segundos_fatores']) await apagarTabela(runner, tabela);
    await alterarTabela(runner, 'usuarios', { semColunas: ['senha_provisoria'] });
  }
}
