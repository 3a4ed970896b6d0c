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

/** Insurers and what each pays for a diária. */
export class ConveniosCriaConvenios1790000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'convenios', {
      colunas: [
        id(),
        texto('nome', 120),
        texto('nome_busca', 120),
        texto('tipo_plano', 12),
        texto('registro_ans', 6, { nulo: true }),
        texto('cnpj', 14, { nulo: true }),
        inteiro('prazo_pagamento_dias'),
        logico('ativo'),
        instante('inativado_em', { nulo: true }),
        texto('motivo_inativacao', 300, { nulo: true }),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      unicos: {
        uq_convenios_registro_ans: ['registro_ans'],
        uq_convenios_cnpj: ['cnpj'],
      },
      indices: { ix_convenios_nome: ['nome_busca'], ix_convenios_ativo: ['ativo', 'nome_busca'] },
      verificacoes: {
        ck_convenios_tipo_plano: "tipo_plano IN ('INDIVIDUAL','FAMILIAR','EMPRESARIAL')",
        ck_convenios_registro_ans: 'registro_ans IS NULL OR length(registro_ans) = 6',
        ck_convenios_cnpj: 'cnpj IS NULL OR length(cnpj) = 14',
        ck_convenios_prazo: 'prazo_pagamento_dias BETWEEN 0 AND 365',
        ck_convenios_inativacao:
          '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
      },
    });
    await criarTabela(runner, 'convenios_diarias', {
      colunas: [id(), inteiro('convenio_id'), texto('tipo_leito', 20), centavos('valor')],
      unicos: { uq_convenios_diarias_tipo: ['convenio_id', 'tipo_leito'] },
      referencias: { fk_convenios_diarias_convenio: ['convenio_id', 'convenios'] },
      verificacoes: {
        ck_convenios_diarias_tipo:
          "tipo_leito IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
        ck_convenios_diarias_valor: 'valor >= 0',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['convenios_diarias', 'convenios']) await apagarTabela(runner, tabela);
  }
}
