import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, texto } from '../src/banco/tabelas.js';

/** Which stay was in which bed, as intervals. */
export class LeitosCriaOcupacoes1790000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'ocupacoes', {
      colunas: [
        id(),
        inteiro('leito_id'),
        inteiro('internacao_id'),
        texto('tipo', 20),
        instante('inicio'),
        instante('fim', { nulo: true }),
        inteiro('leito_aberto_id', { nulo: true }),
        inteiro('internacao_aberta_id', { nulo: true }),
      ],
      unicos: {
        uq_ocupacoes_leito_aberto: ['leito_aberto_id'],
        uq_ocupacoes_internacao_aberta: ['internacao_aberta_id'],
      },
      indices: {
        ix_ocupacoes_leito: ['leito_id', 'inicio'],
        ix_ocupacoes_internacao: ['internacao_id', 'inicio'],
      },
      referencias: {
        fk_ocupacoes_leito: ['leito_id', 'leitos'],
        fk_ocupacoes_internacao: ['internacao_id', 'internacoes'],
      },
      verificacoes: {
        ck_ocupacoes_tipo:
          "tipo IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
        ck_ocupacoes_periodo: 'fim IS NULL OR fim >= inicio',
        ck_ocupacoes_leito_aberto:
          '(fim IS NULL AND leito_aberto_id IS NOT NULL AND leito_aberto_id = leito_id) OR (fim IS NOT NULL AND leito_aberto_id IS NULL)',
        ck_ocupacoes_internacao_aberta:
          '(fim IS NULL AND internacao_aberta_id IS NOT NULL AND internacao_aberta_id = internacao_id) OR (fim IS NOT NULL AND internacao_aberta_id IS NULL)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'ocupacoes');
  }
}
