import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { instante } from '../src/banco/tabelas.js';

/** When the next plan of a bed should begin, on the bed itself; the end of a period told late, in its history. */
export class LeitosContaOQueFoiTarde1790000000760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'leitos', { colunas: [instante('plano_em', { nulo: true })] });
    await runner.query(
      `UPDATE leitos SET plano_em = (SELECT MIN(p.inicio) FROM leitos_planos p
                                      WHERE p.leito_id = leitos.id AND p.situacao = 'PENDENTE')`,
    );
    await alterarTabela(runner, 'leitos_historico', {
      colunas: [instante('ate', { nulo: true })],
      verificacoes: {
        ck_leitos_historico_ate: 'ate IS NULL OR (de = para AND ate BETWEEN em AND registrado_em)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'leitos_historico', {
      semColunas: ['ate'],
      semVerificacoes: ['ck_leitos_historico_ate'],
    });
    await alterarTabela(runner, 'leitos', { semColunas: ['plano_em'] });
  }
}
