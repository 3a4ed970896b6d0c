import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { inteiro } from '../src/banco/tabelas.js';

/** For how long somebody may be idle, and logged in: policies of the hospital. */
export class HospitalLimitaSessoes1790000000791 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable for good: a replica of the version before may be the one that writes the first row.
    await alterarTabela(runner, 'hospital', {
      colunas: [
        inteiro('sessao_inatividade_minutos', { nulo: true }),
        inteiro('sessao_maxima_horas', { nulo: true }),
      ],
      verificacoes: {
        ck_hospital_sessao_inatividade:
          'sessao_inatividade_minutos IS NULL OR sessao_inatividade_minutos BETWEEN 5 AND 720',
        ck_hospital_sessao_maxima: 'sessao_maxima_horas IS NULL OR sessao_maxima_horas BETWEEN 1 AND 168',
      },
    });
    await runner.query('UPDATE hospital SET sessao_inatividade_minutos = 30, sessao_maxima_horas = 12');
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'hospital', {
      semColunas: ['sessao_inatividade_minutos', 'sessao_maxima_horas'],
      semVerificacoes: ['ck_hospital_sessao_inatividade', 'ck_hospital_sessao_maxima'],
    });
  }
}
