import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro } from '../src/banco/tabelas.js';

/** In which setores of the hospital each user works. */
export class AcessoLigaUsuariosASetores1790000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'usuarios_setores', {
      colunas: [id(), inteiro('usuario_id'), inteiro('setor_id')],
      unicos: { uq_usuarios_setores: ['usuario_id', 'setor_id'] },
      indices: { ix_usuarios_setores_setor: ['setor_id'] },
      referencias: {
        fk_usuarios_setores_usuario: ['usuario_id', 'usuarios'],
        fk_usuarios_setores_setor: ['setor_id', 'setores'],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'usuarios_setores');
  }
}
