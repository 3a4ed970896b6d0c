import type { MigrationInterface, QueryRunner } from 'typeorm';
import { acrescentarReferencia, retirarReferencia } from '../src/banco/tabelas.js';

const PACIENTE = {
  tabela: 'usuarios',
  coluna: 'paciente_id',
  indice: 'ix_usuarios_paciente',
  chave: 'fk_usuarios_paciente',
  alvo: 'pacientes',
};
const MEDICO = {
  tabela: 'usuarios',
  coluna: 'medico_id',
  indice: 'ix_usuarios_medico',
  chave: 'fk_usuarios_medico',
  alvo: 'medicos',
};

/** Which patient or professional a user is. */
export class AcessoVinculaUsuarios1790000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await acrescentarReferencia(runner, PACIENTE);
    await acrescentarReferencia(runner, MEDICO);
  }

  async down(runner: QueryRunner): Promise<void> {
    await retirarReferencia(runner, MEDICO);
    await retirarReferencia(runner, PACIENTE);
  }
}
