import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alterarTabela } from '../src/banco/alteracoes.js';
import { diaCivil, instante, inteiro, logico, texto } from '../src/banco/tabelas.js';

const LOTE = 500;
/** What stands for "nobody knows" in the mother's name. */
const MAE_IGNORADA = ['ignorada', 'ignorado', 'desconhecida', 'nao informada', 'nao declarada'];

/** Validity of contracts and cards, main address, warnings of repeated records, and the orders of the lists. */
export class RegistrosCompletaCadastros1790000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'convenios', {
      colunas: [diaCivil('vigencia_inicio', { nulo: true }), diaCivil('vigencia_fim', { nulo: true })],
      indices: { ix_convenios_criacao: ['criado_em', 'id'] },
      verificacoes: {
        ck_convenios_vigencia:
          'vigencia_inicio IS NULL OR vigencia_fim IS NULL OR vigencia_fim >= vigencia_inicio',
      },
    });
    await this.#completarPacientes(runner);
    await this.#completarEnderecos(runner);
    for (const tabela of ['medicos', 'especialidades', 'setores'])
      await alterarTabela(runner, tabela, { indices: { [`ix_${tabela}_criacao`]: ['criado_em', 'id'] } });
    await alterarTabela(runner, 'usuarios', {
      indices: { ix_usuarios_criacao: ['criado_em', 'id'], ix_usuarios_ativo: ['ativo', 'id'] },
    });
  }

  async #completarPacientes(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'pacientes', {
      colunas: [diaCivil('validade_carteira', { nulo: true }), texto('nome_mae_busca', 150, { nulo: true })],
      verificacoes: {
        ck_pacientes_validade_carteira: 'validade_carteira IS NULL OR convenio_id IS NOT NULL',
        ck_pacientes_nome_mae_busca: 'nome_mae_busca IS NULL OR nome_mae IS NOT NULL',
      },
    });
    await this.#normalizarMaes(runner);
    // After the rows: an index is cheaper to build than to keep.
    await alterarTabela(runner, 'pacientes', {
      indices: {
        ix_pacientes_mae: ['data_nascimento', 'nome_mae_busca'],
        ix_pacientes_telefone: ['telefone'],
        ix_pacientes_criacao: ['criado_em', 'id'],
        ix_pacientes_ativo_criacao: ['ativo', 'criado_em', 'id'],
        ix_pacientes_ativo_id: ['ativo', 'id'],
        ix_pacientes_convenio_criacao: ['convenio_id', 'criado_em', 'id'],
        ix_pacientes_convenio_id: ['convenio_id', 'id'],
        ix_pacientes_convenio_ativo: ['convenio_id', 'ativo', 'nome_busca'],
        ix_pacientes_convenio_ativo_criacao: ['convenio_id', 'ativo', 'criado_em', 'id'],
        ix_pacientes_convenio_ativo_id: ['convenio_id', 'ativo', 'id'],
      },
    });
  }

  /** In batches by id, so that a hospital with millions of patients moves in some minutes and can start again. */
  async #normalizarMaes(runner: QueryRunner): Promise<void> {
    let ultimo = 0;
    for (;;) {
      const linhas = (await runner.query(
        `SELECT id, nome_mae FROM pacientes WHERE id > ? AND nome_mae IS NOT NULL ORDER BY id LIMIT ${LOTE}`,
        [ultimo],
      )) as { id: number; nome_mae: string }[];
      if (linhas.length === 0) return;
      ultimo = linhas.at(-1)!.id;
      const conhecidas = linhas
        .map(({ id, nome_mae: nome }) => ({ id, nome: normalizar(nome) }))
        .filter(({ nome }) => !MAE_IGNORADA.includes(nome));
      if (conhecidas.length === 0) continue;
      await runner.query(
        `UPDATE pacientes SET nome_mae_busca = CASE id ${conhecidas.map(() => 'WHEN ? THEN ?').join(' ')} END
          WHERE id IN (${conhecidas.map(() => '?').join(', ')})`,
        [...conhecidas.flatMap(({ id, nome }) => [id, nome]), ...conhecidas.map(({ id }) => id)],
      );
    }
  }

  async #completarEnderecos(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'enderecos', {
      colunas: [
        logico('ativo', { nulo: true }),
        instante('inativado_em', { nulo: true }),
        texto('motivo_inativacao', 300, { nulo: true }),
        instante('atualizado_em', { nulo: true }),
        inteiro('versao', { nulo: true }),
      ],
    });
    await runner.query(
      'UPDATE enderecos SET ativo = 1, atualizado_em = criado_em, versao = 1 WHERE versao IS NULL',
    );
    // The oldest becomes the main one of who has none. The derived table: MySQL reads no table that it is changing.
    await runner.query(
      `UPDATE enderecos SET paciente_principal_id = paciente_id WHERE id IN (
         SELECT id FROM (SELECT MIN(id) AS id FROM enderecos WHERE ativo = 1
                          GROUP BY paciente_id HAVING COUNT(paciente_principal_id) = 0) primeiros)`,
    );
    await alterarTabela(runner, 'enderecos', {
      obrigatorias: ['ativo', 'atualizado_em', 'versao'],
      verificacoes: {
        ck_enderecos_principal:
          'paciente_principal_id IS NULL OR (paciente_principal_id = paciente_id AND ativo = 1)',
        ck_enderecos_inativacao:
          '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await alterarTabela(runner, 'usuarios', { semIndices: ['ix_usuarios_criacao', 'ix_usuarios_ativo'] });
    for (const tabela of ['medicos', 'especialidades', 'setores'])
      await alterarTabela(runner, tabela, { semIndices: [`ix_${tabela}_criacao`] });
    await alterarTabela(runner, 'enderecos', {
      semVerificacoes: ['ck_enderecos_inativacao'],
      verificacoes: {
        ck_enderecos_principal: 'paciente_principal_id IS NULL OR paciente_principal_id = paciente_id',
      },
      semColunas: ['ativo', 'inativado_em', 'motivo_inativacao', 'atualizado_em', 'versao'],
    });
    await alterarTabela(runner, 'pacientes', {
      semVerificacoes: ['ck_pacientes_validade_carteira', 'ck_pacientes_nome_mae_busca'],
      semIndices: [
        'ix_pacientes_mae',
        'ix_pacientes_telefone',
        'ix_pacientes_criacao',
        'ix_pacientes_ativo_criacao',
        'ix_pacientes_ativo_id',
        'ix_pacientes_convenio_criacao',
        'ix_pacientes_convenio_id',
        'ix_pacientes_convenio_ativo',
        'ix_pacientes_convenio_ativo_criacao',
        'ix_pacientes_convenio_ativo_id',
      ],
      semColunas: ['validade_carteira', 'nome_mae_busca'],
    });
    await alterarTabela(runner, 'convenios', {
      semVerificacoes: ['ck_convenios_vigencia'],
      semIndices: ['ix_convenios_criacao'],
      semColunas: ['vigencia_inicio', 'vigencia_fim'],
    });
  }
}

/** As names were normalised when this ran: lower case, no accents, one space between words. */
const normalizar = (nome: string): string =>
  nome.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim().normalize('NFC');
