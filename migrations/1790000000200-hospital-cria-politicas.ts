import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  apagarTabela,
  centavos,
  criarTabela,
  id,
  inteiro,
  instante,
  logico,
  texto,
} from '../src/banco/tabelas.js';

/** The hospital's policies (one row) and its own price table for private patients. */
export class HospitalCriaPoliticas1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'hospital', {
      colunas: [
        { name: 'id', type: 'integer', isPrimary: true },
        texto('fuso', 64),
        inteiro('hora_do_censo'),
        inteiro('hora_da_virada'),
        inteiro('tolerancia_minutos'),
        texto('classe_da_diaria', 10),
        logico('leito_exige_limpeza'),
        inteiro('reserva_horas'),
        inteiro('reabertura_horas'),
        inteiro('prazo_particular_dias'),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      verificacoes: {
        ck_hospital_unico: 'id = 1',
        ck_hospital_hora_do_censo: 'hora_do_censo BETWEEN 1 AND 24',
        ck_hospital_hora_da_virada: 'hora_da_virada BETWEEN 0 AND 23',
        ck_hospital_tolerancia: 'tolerancia_minutos BETWEEN 0 AND 720',
        ck_hospital_classe_da_diaria: "classe_da_diaria IN ('NOITE','VIRADA','MAIOR')",
        ck_hospital_reserva: 'reserva_horas BETWEEN 1 AND 168',
        ck_hospital_reabertura: 'reabertura_horas BETWEEN 0 AND 720',
        ck_hospital_prazo_particular: 'prazo_particular_dias BETWEEN 0 AND 365',
      },
    });
    await criarTabela(runner, 'hospital_diarias', {
      colunas: [id(), inteiro('hospital_id'), texto('tipo_leito', 20), centavos('valor')],
      unicos: { uq_hospital_diarias_tipo: ['hospital_id', 'tipo_leito'] },
      referencias: { fk_hospital_diarias_hospital: ['hospital_id', 'hospital'] },
      verificacoes: {
        ck_hospital_diarias_tipo:
          "tipo_leito IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
        ck_hospital_diarias_valor: 'valor >= 0',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['hospital_diarias', 'hospital']) await apagarTabela(runner, tabela);
  }
}
