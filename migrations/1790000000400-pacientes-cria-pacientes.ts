import type { MigrationInterface, QueryRunner } from 'typeorm';
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

/** Patients, their allergies and addresses. */
export class PacientesCriaPacientes1790000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'pacientes', {
      colunas: [
        id(),
        texto('nome', 150),
        texto('nome_busca', 150),
        texto('nome_social', 150, { nulo: true }),
        texto('cpf', 11, { nulo: true }),
        texto('cns', 15, { nulo: true }),
        diaCivil('data_nascimento'),
        texto('sexo', 5),
        texto('email', 254, { nulo: true }),
        texto('telefone', 16, { nulo: true }),
        texto('nome_mae', 150, { nulo: true }),
        texto('contato_nome', 150, { nulo: true }),
        texto('contato_telefone', 16, { nulo: true }),
        inteiro('convenio_id', { nulo: true }),
        texto('numero_carteira', 40, { nulo: true }),
        logico('ativo'),
        instante('inativado_em', { nulo: true }),
        texto('motivo_inativacao', 300, { nulo: true }),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      unicos: { uq_pacientes_cpf: ['cpf'], uq_pacientes_cns: ['cns'] },
      indices: {
        ix_pacientes_nome: ['nome_busca'],
        ix_pacientes_ativo: ['ativo', 'nome_busca'],
        ix_pacientes_homonimo: ['data_nascimento', 'nome_busca'],
        ix_pacientes_convenio: ['convenio_id', 'nome_busca'],
      },
      referencias: { fk_pacientes_convenio: ['convenio_id', 'convenios'] },
      verificacoes: {
        ck_pacientes_cpf: 'cpf IS NULL OR length(cpf) = 11',
        ck_pacientes_cns: 'cns IS NULL OR length(cns) = 15',
        ck_pacientes_sexo: "sexo IN ('M','F','OUTRO')",
        ck_pacientes_contato:
          '(contato_nome IS NULL AND contato_telefone IS NULL) OR (contato_nome IS NOT NULL AND contato_telefone IS NOT NULL)',
        ck_pacientes_carteira: 'numero_carteira IS NULL OR convenio_id IS NOT NULL',
        ck_pacientes_inativacao:
          '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
      },
    });
    await this.#criarAlergias(runner);
    await this.#criarEnderecos(runner);
  }

  async #criarAlergias(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'pacientes_alergias', {
      colunas: [
        id(),
        inteiro('paciente_id'),
        texto('descricao', 120),
        texto('descricao_ativa', 120, { nulo: true }),
        instante('incluida_em'),
        inteiro('incluida_por', { nulo: true }),
        instante('removida_em', { nulo: true }),
        inteiro('removida_por', { nulo: true }),
      ],
      unicos: { uq_pacientes_alergias_ativa: ['paciente_id', 'descricao_ativa'] },
      referencias: { fk_pacientes_alergias_paciente: ['paciente_id', 'pacientes'] },
      verificacoes: {
        ck_pacientes_alergias_remocao:
          '(removida_em IS NULL AND removida_por IS NULL AND descricao_ativa IS NOT NULL) OR (removida_em IS NOT NULL AND descricao_ativa IS NULL)',
      },
    });
  }

  async #criarEnderecos(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'enderecos', {
      colunas: [
        id(),
        inteiro('paciente_id'),
        inteiro('paciente_principal_id', { nulo: true }),
        texto('logradouro', 150),
        texto('numero', 20),
        texto('complemento', 100, { nulo: true }),
        texto('bairro', 100),
        texto('cidade', 100),
        texto('estado', 2),
        texto('cep', 8),
        instante('criado_em'),
      ],
      unicos: { uq_enderecos_principal: ['paciente_principal_id'] },
      indices: { ix_enderecos_paciente: ['paciente_id'] },
      referencias: { fk_enderecos_paciente: ['paciente_id', 'pacientes'] },
      verificacoes: {
        ck_enderecos_principal: 'paciente_principal_id IS NULL OR paciente_principal_id = paciente_id',
        ck_enderecos_estado:
          "estado IN ('AC','AL','AM','AP','BA','CE','DF','ES','GO','MA','MG','MS','MT','PA','PB','PE','PI','PR','RJ','RN','RO','RR','RS','SC','SE','SP','TO')",
        ck_enderecos_cep: 'length(cep) = 8',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['enderecos', 'pacientes_alergias', 'pacientes']) await apagarTabela(runner, tabela);
  }
}
