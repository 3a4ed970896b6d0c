import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, instante, inteiro, texto } from '../src/banco/tabelas.js';

/** Which accounts ceased to be a patient's, when and why. */
export class AcessoGuardaContasDesligadas1790000000802 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'contas_desligadas', {
      colunas: [
        id(),
        inteiro('paciente_id'),
        inteiro('usuario_id'),
        texto('motivo', 300),
        instante('em'),
        inteiro('por', { nulo: true }),
      ],
      indices: {
        ix_contas_desligadas_paciente: ['paciente_id', 'id'],
        ix_contas_desligadas_usuario: ['usuario_id', 'id'],
      },
      referencias: {
        fk_contas_desligadas_paciente: ['paciente_id', 'pacientes'],
        fk_contas_desligadas_usuario: ['usuario_id', 'usuarios'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'contas_desligadas');
  }
}
