import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  apagarTabela,
  criarTabela,
  id,
  inteiro,
  instante,
  logico,
  texto,
  textoLongo,
} from '../src/banco/tabelas.js';

/** The ten specialties every installation begins with. */
const ESPECIALIDADES = [
  ['Clínica Geral', 'clinica geral'],
  ['Dermatologia', 'dermatologia'],
  ['Ginecologia', 'ginecologia'],
  ['Ortopedia', 'ortopedia'],
  ['Pediatria', 'pediatria'],
  ['Psiquiatria', 'psiquiatria'],
  ['Psicologia', 'psicologia'],
  ['Nutrição', 'nutricao'],
  ['Fisioterapia', 'fisioterapia'],
  ['Odontologia', 'odontologia'],
] as const;

const INICIO = '2026-01-01 00:00:00.000';

const MARCAS = [
  logico('ativo'),
  instante('inativado_em', { nulo: true }),
  texto('motivo_inativacao', 300, { nulo: true }),
  instante('criado_em'),
  instante('atualizado_em'),
  inteiro('versao'),
];
const INATIVACAO =
  '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)';

/** Doctors and other professionals, their registrations and specialties. */
export class MedicosCriaMedicos1790000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#criarEspecialidades(runner);
    await criarTabela(runner, 'medicos', {
      colunas: [
        id(),
        texto('nome', 120),
        texto('nome_busca', 120),
        texto('cpf', 11, { nulo: true }),
        texto('email', 254, { nulo: true }),
        texto('telefone', 16, { nulo: true }),
        texto('horario_atendimento', 12, { nulo: true }),
        textoLongo('biografia', { nulo: true }),
        ...MARCAS,
      ],
      unicos: { uq_medicos_cpf: ['cpf'] },
      indices: { ix_medicos_nome: ['nome_busca'], ix_medicos_ativo: ['ativo', 'nome_busca'] },
      verificacoes: {
        ck_medicos_cpf: 'cpf IS NULL OR length(cpf) = 11',
        ck_medicos_horario:
          "horario_atendimento IS NULL OR horario_atendimento IN ('MANHA','TARDE','NOITE','INTEGRAL','PLANTAO_12H','PLANTAO_24H')",
        ck_medicos_inativacao: INATIVACAO,
      },
    });
    await this.#criarRegistros(runner);
    await criarTabela(runner, 'medicos_especialidades', {
      colunas: [id(), inteiro('medico_id'), inteiro('especialidade_id')],
      unicos: { uq_medicos_especialidades: ['medico_id', 'especialidade_id'] },
      indices: { ix_medicos_especialidades_especialidade: ['especialidade_id', 'medico_id'] },
      referencias: {
        fk_medicos_especialidades_medico: ['medico_id', 'medicos'],
        fk_medicos_especialidades_especialidade: ['especialidade_id', 'especialidades'],
      },
    });
  }

  async #criarEspecialidades(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'especialidades', {
      semeada: true,
      colunas: [id(), texto('nome', 80), texto('nome_busca', 80), ...MARCAS],
      unicos: { uq_especialidades_nome: ['nome_busca'] },
      indices: { ix_especialidades_ativo: ['ativo', 'nome_busca'] },
      verificacoes: { ck_especialidades_inativacao: INATIVACAO },
    });
    for (const [nome, busca] of ESPECIALIDADES)
      await runner.query(
        'INSERT INTO especialidades (nome, nome_busca, ativo, criado_em, atualizado_em, versao) VALUES (?, ?, 1, ?, ?, 1)',
        [nome, busca, INICIO, INICIO],
      );
  }

  async #criarRegistros(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'medicos_registros', {
      colunas: [
        id(),
        inteiro('medico_id'),
        inteiro('medico_principal_id', { nulo: true }),
        texto('conselho', 8),
        texto('numero', 20),
        texto('uf', 2),
        instante('criado_em'),
      ],
      unicos: {
        uq_medicos_registros_inscricao: ['conselho', 'numero', 'uf'],
        uq_medicos_registros_principal: ['medico_principal_id'],
      },
      indices: { ix_medicos_registros_medico: ['medico_id'] },
      referencias: { fk_medicos_registros_medico: ['medico_id', 'medicos'] },
      verificacoes: {
        ck_medicos_registros_principal: 'medico_principal_id IS NULL OR medico_principal_id = medico_id',
        ck_medicos_registros_conselho:
          "conselho IN ('CRM','COREN','CRO','CRP','CRN','CREFITO','CRF','CRFA','CRESS','CRBIO','CRBM','CREF','CRMV','CRTR')",
        ck_medicos_registros_uf:
          "uf IN ('AC','AL','AM','AP','BA','CE','DF','ES','GO','MA','MG','MS','MT','PA','PB','PE','PI','PR','RJ','RN','RO','RR','RS','SC','SE','SP','TO')",
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['medicos_especialidades', 'medicos_registros', 'medicos', 'especialidades'])
      await apagarTabela(runner, tabela);
  }
}
