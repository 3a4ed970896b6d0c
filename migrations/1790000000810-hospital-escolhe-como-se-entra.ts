import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { inteiro, logico } from '../src/banco/tabelas.js';

/** How many failures lock an account, and what is asked of who enters. */
export class HospitalEscolheComoSeEntra1790000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'hospital', {
      colunas: [
        inteiro('tentativas_ate_bloquear', { nulo: true }),
        logico('exige_segundo_fator', { nulo: true }),
        logico('exige_troca_da_senha_inicial', { nulo: true }),
      ],
    });
    await runner.query(
      `UPDATE hospital SET tentativas_ate_bloquear = 10, exige_segundo_fator = 0, exige_troca_da_senha_inicial = 0
        WHERE tentativas_ate_bloquear IS NULL`,
    );
    await alterarTabela(runner, 'hospital', {
      obrigatorias: ['tentativas_ate_bloquear', 'exige_segundo_fator', 'exige_troca_da_senha_inicial'],
      verificacoes: { ck_hospital_tentativas: 'tentativas_ate_bloquear BETWEEN 3 AND 10' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'hospital', {
      semVerificacoes: ['ck_hospital_tentativas'],
      semColunas: ['tentativas_ate_bloquear', 'exige_segundo_fator', 'exige_troca_da_senha_inicial'],
    });
  }
}
