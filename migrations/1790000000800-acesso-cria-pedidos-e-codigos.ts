import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import {
  apagarTabela,
  criarTabela,
  diaCivil,
  id,
  inteiro,
  instante,
  logico,
  texto,
} from '../src/banco/tabelas.js';

/** What people ask from outside about their accounts, the codes that go to their mailboxes, and who awaits one. */
export class AcessoCriaPedidosECodigos1790000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null: may enter. So it is for everybody there is, and for whom a replica of the version before creates.
    await alterarTabela(runner, 'usuarios', {
      colunas: [instante('aguarda_verificacao_desde', { nulo: true })],
    });
    await criarTabela(runner, 'pedidos_de_acesso', {
      colunas: [
        id(),
        texto('tipo', 12),
        texto('email', 254, { nulo: true }),
        texto('nome', 150, { nulo: true }),
        texto('senha_hash', 255, { nulo: true }),
        logico('repete_senha', { nulo: true }),
        texto('cpf', 11, { nulo: true }),
        diaCivil('data_nascimento', { nulo: true }),
        texto('sexo', 5, { nulo: true }),
        texto('telefone', 16, { nulo: true }),
        instante('criado_em'),
        instante('atendido_em', { nulo: true }),
        inteiro('usuario_id', { nulo: true }),
        texto('aviso', 40, { nulo: true }),
      ],
      indices: {
        ix_pedidos_de_acesso_email: ['email', 'id'],
        ix_pedidos_de_acesso_usuario: ['usuario_id', 'aviso', 'atendido_em'],
        ix_pedidos_de_acesso_criacao: ['criado_em', 'id'],
      },
      referencias: { fk_pedidos_de_acesso_usuario: ['usuario_id', 'usuarios'] },
      verificacoes: {
        ck_pedidos_de_acesso_tipo: "tipo IN ('CADASTRO','REENVIO','REDEFINICAO')",
        ck_pedidos_de_acesso_dados:
          "tipo = 'CADASTRO' OR (nome IS NULL AND senha_hash IS NULL AND repete_senha IS NULL AND cpf IS NULL AND data_nascimento IS NULL AND sexo IS NULL AND telefone IS NULL)",
        ck_pedidos_de_acesso_atendido: "tipo = 'CADASTRO' OR atendido_em IS NULL OR email IS NULL",
        ck_pedidos_de_acesso_aviso: 'aviso IS NULL OR (atendido_em IS NOT NULL AND usuario_id IS NOT NULL)',
      },
    });
    await criarTabela(runner, 'codigos_de_acesso', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        texto('finalidade', 12),
        texto('hash', 64),
        texto('endereco_hash', 64),
        instante('criado_em'),
        instante('expira_em'),
        instante('usado_em', { nulo: true }),
      ],
      unicos: { uq_codigos_de_acesso_hash: ['hash'] },
      indices: {
        ix_codigos_de_acesso_usuario: ['usuario_id', 'finalidade'],
        ix_codigos_de_acesso_fim: ['expira_em', 'id'],
      },
      referencias: { fk_codigos_de_acesso_usuario: ['usuario_id', 'usuarios'] },
      verificacoes: {
        ck_codigos_de_acesso_finalidade: "finalidade IN ('VERIFICACAO','REDEFINICAO')",
        ck_codigos_de_acesso_vida: 'criado_em < expira_em AND (usado_em IS NULL OR usado_em < expira_em)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['codigos_de_acesso', 'pedidos_de_acesso']) await apagarTabela(runner, tabela);
    await alterarTabela(runner, 'usuarios', { semColunas: ['aguarda_verificacao_desde'] });
  }
}
