import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, instante, inteiro, texto } from '../src/banco/tabelas.js';

/** Who has a patient under care for a while, and why: by attending him, or in an emergency. */
export class CuidadosCriaVinculos1790000000821 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'vinculos_de_cuidado', {
      colunas: [
        id(),
        inteiro('usuario_id'),
        inteiro('paciente_id'),
        texto('origem', 12),
        texto('motivo', 500, { nulo: true }),
        instante('desde'),
        instante('ate'),
        instante('encerrado_em', { nulo: true }),
        instante('revisado_em', { nulo: true }),
        inteiro('revisor_id', { nulo: true }),
        texto('parecer', 20, { nulo: true }),
        texto('observacao_da_revisao', 500, { nulo: true }),
      ],
      indices: {
        ix_vinculos_de_cuidado_usuario: ['usuario_id', 'ate'],
        ix_vinculos_de_cuidado_ambos: ['usuario_id', 'paciente_id', 'ate'],
        ix_vinculos_de_cuidado_paciente: ['paciente_id'],
        ix_vinculos_de_cuidado_revisor: ['revisor_id'],
        ix_vinculos_de_cuidado_fila: ['origem', 'revisado_em', 'id'],
      },
      referencias: {
        fk_vinculos_de_cuidado_usuario: ['usuario_id', 'usuarios'],
        fk_vinculos_de_cuidado_paciente: ['paciente_id', 'pacientes'],
        fk_vinculos_de_cuidado_revisor: ['revisor_id', 'usuarios'],
      },
      verificacoes: {
        ck_vinculos_de_cuidado_origem: "origem IN ('ATENDIMENTO','EMERGENCIA')",
        ck_vinculos_de_cuidado_periodo: 'ate >= desde',
        ck_vinculos_de_cuidado_fim: 'encerrado_em IS NULL OR (encerrado_em >= desde AND ate = encerrado_em)',
        ck_vinculos_de_cuidado_motivo:
          "origem <> 'EMERGENCIA' OR (motivo IS NOT NULL AND length(motivo) >= 10)",
        ck_vinculos_de_cuidado_revisao:
          "(revisado_em IS NULL AND revisor_id IS NULL AND parecer IS NULL AND observacao_da_revisao IS NULL) OR (origem = 'EMERGENCIA' AND revisado_em IS NOT NULL AND revisor_id IS NOT NULL AND parecer IS NOT NULL AND parecer IN ('JUSTIFICADO','INJUSTIFICADO'))",
        ck_vinculos_de_cuidado_revisor: 'revisor_id IS NULL OR revisor_id <> usuario_id',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await apagarTabela(runner, 'vinculos_de_cuidado');
  }
}
