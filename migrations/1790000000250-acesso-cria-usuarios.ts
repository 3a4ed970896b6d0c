import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, instante, inteiro, logico, texto } from '../src/banco/tabelas.js';

/** Who may enter, and with which roles. */
export class AcessoCriaUsuarios1790000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'usuarios', {
      colunas: [
        id(),
        texto('nome', 150),
        texto('email', 254),
        texto('senha_hash', 255),
        logico('ativo'),
        instante('inativado_em', { nulo: true }),
        texto('motivo_inativacao', 300, { nulo: true }),
        instante('ultimo_acesso_em', { nulo: true }),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      unicos: { uq_usuarios_email: ['email'] },
      verificacoes: {
        ck_usuarios_email: 'email = LOWER(email)',
        ck_usuarios_inativacao:
          '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
      },
    });
    await criarTabela(runner, 'usuarios_papeis', {
      colunas: [id(), inteiro('usuario_id'), texto('papel', 20)],
      unicos: { uq_usuarios_papeis: ['usuario_id', 'papel'] },
      indices: { ix_usuarios_papeis_papel: ['papel', 'usuario_id'] },
      referencias: { fk_usuarios_papeis_usuario: ['usuario_id', 'usuarios'] },
      verificacoes: {
        ck_usuarios_papeis_papel:
          "papel IN ('ADMIN','GESTAO','MEDICO','ENFERMAGEM','RECEPCAO','FARMACIA','FATURAMENTO','AUDITOR','PACIENTE')",
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['usuarios_papeis', 'usuarios']) await apagarTabela(runner, tabela);
  }
}
