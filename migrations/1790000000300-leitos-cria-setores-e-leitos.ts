import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, logico, texto } from '../src/banco/tabelas.js';

const ESTADOS =
  "IN ('LIVRE','RESERVADO','OCUPADO','AGUARDANDO_LIMPEZA','EM_LIMPEZA','BLOQUEADO','MANUTENCAO','DESATIVADO')";

/** Wards, beds, and what happened to each bed: transitions, blocks, periods of what it was. */
export class LeitosCriaSetoresELeitos1790000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'setores', {
      colunas: [
        id(),
        texto('nome', 120),
        texto('nome_busca', 120),
        inteiro('andar', { nulo: true }),
        inteiro('capacidade', { nulo: true }),
        texto('responsavel', 120, { nulo: true }),
        logico('ativo'),
        instante('inativado_em', { nulo: true }),
        texto('motivo_inativacao', 300, { nulo: true }),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      indices: { ix_setores_nome: ['nome_busca', 'id'], ix_setores_ativo: ['ativo', 'nome_busca'] },
      verificacoes: {
        ck_setores_andar: 'andar BETWEEN -20 AND 200',
        ck_setores_capacidade: 'capacidade BETWEEN 0 AND 10000',
        ck_setores_inativacao:
          '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)',
      },
    });
    await this.criarLeitos(runner);
    await this.criarHistorico(runner);
    await this.criarBloqueios(runner);
    await this.criarPeriodos(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['leitos_periodos', 'leitos_bloqueios', 'leitos_historico', 'leitos', 'setores'])
      await apagarTabela(runner, tabela);
  }

  private criarLeitos(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'leitos', {
      colunas: [
        id(),
        inteiro('setor_id'),
        texto('numero', 40),
        texto('numero_busca', 40),
        texto('tipo', 20),
        texto('classe', 12),
        logico('extra'),
        logico('maca'),
        logico('planejado'),
        logico('instalado'),
        instante('instalado_desde', { nulo: true }),
        texto('status', 20),
        instante('desde', { nulo: true }),
        inteiro('reserva_paciente_id', { nulo: true }),
        instante('reserva_expira_em', { nulo: true }),
        texto('manutencao_motivo', 500, { nulo: true }),
        instante('manutencao_ate', { nulo: true }),
        inteiro('manutencao_autor_id', { nulo: true }),
        instante('criado_em'),
        instante('atualizado_em'),
        inteiro('versao'),
      ],
      unicos: { uq_leitos_numero: ['setor_id', 'numero_busca'] },
      indices: { ix_leitos_status: ['status', 'id'], ix_leitos_tipo: ['tipo', 'id'] },
      referencias: { fk_leitos_setor: ['setor_id', 'setores'] },
      verificacoes: {
        ck_leitos_tipo:
          "tipo IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
        ck_leitos_classe: "classe IN ('INTERNACAO','OBSERVACAO')",
        ck_leitos_status: `status ${ESTADOS}`,
        ck_leitos_versao: 'versao >= 1',
        ck_leitos_instalado:
          "instalado = 1 OR (instalado_desde IS NULL AND (extra = 1 OR status = 'DESATIVADO'))",
        ck_leitos_reserva:
          "(status = 'RESERVADO' AND reserva_expira_em IS NOT NULL) OR (status <> 'RESERVADO' AND reserva_paciente_id IS NULL AND reserva_expira_em IS NULL)",
        ck_leitos_manutencao_planejada:
          "(manutencao_motivo IS NOT NULL AND status = 'OCUPADO') OR (manutencao_motivo IS NULL AND manutencao_ate IS NULL AND manutencao_autor_id IS NULL)",
      },
    });
  }

  private criarHistorico(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'leitos_historico', {
      colunas: [
        id(),
        inteiro('leito_id'),
        inteiro('versao'),
        texto('de', 20),
        texto('para', 20),
        texto('acao', 20),
        instante('em'),
        instante('registrado_em'),
        texto('motivo', 500, { nulo: true }),
        inteiro('autor_id', { nulo: true }),
      ],
      unicos: { uq_leitos_historico_versao: ['leito_id', 'versao'] },
      referencias: { fk_leitos_historico_leito: ['leito_id', 'leitos'] },
      verificacoes: {
        ck_leitos_historico_de: `de ${ESTADOS}`,
        ck_leitos_historico_para: `para ${ESTADOS}`,
        ck_leitos_historico_em: 'em <= registrado_em',
      },
    });
  }

  private criarBloqueios(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'leitos_bloqueios', {
      colunas: [
        id(),
        inteiro('leito_id'),
        texto('tipo', 10),
        texto('motivo', 500),
        instante('inicio'),
        instante('fim', { nulo: true }),
        instante('fim_previsto', { nulo: true }),
        inteiro('bloqueio_aberto_id', { nulo: true }),
        instante('registrado_em'),
        inteiro('autor_id', { nulo: true }),
      ],
      unicos: { uq_leitos_bloqueios_aberto: ['bloqueio_aberto_id'] },
      indices: { ix_leitos_bloqueios_inicio: ['leito_id', 'inicio'] },
      referencias: { fk_leitos_bloqueios_leito: ['leito_id', 'leitos'] },
      verificacoes: {
        ck_leitos_bloqueios_tipo: "tipo IN ('BLOQUEIO','MANUTENCAO')",
        ck_leitos_bloqueios_periodo: 'fim IS NULL OR fim >= inicio',
        ck_leitos_bloqueios_previsto: 'fim_previsto IS NULL OR fim_previsto > inicio',
        ck_leitos_bloqueios_aberto:
          '(fim IS NULL AND bloqueio_aberto_id IS NOT NULL AND bloqueio_aberto_id = leito_id) OR (fim IS NOT NULL AND bloqueio_aberto_id IS NULL)',
      },
    });
  }

  private criarPeriodos(runner: QueryRunner): Promise<void> {
    return criarTabela(runner, 'leitos_periodos', {
      colunas: [
        id(),
        inteiro('leito_id'),
        texto('atributo', 10),
        instante('inicio', { nulo: true }),
        instante('fim', { nulo: true }),
        inteiro('periodo_aberto_id', { nulo: true }),
      ],
      unicos: { uq_leitos_periodos_aberto: ['periodo_aberto_id', 'atributo'] },
      indices: { ix_leitos_periodos_inicio: ['leito_id', 'inicio'] },
      referencias: { fk_leitos_periodos_leito: ['leito_id', 'leitos'] },
      verificacoes: {
        ck_leitos_periodos_atributo: "atributo IN ('EXTRA','MACA','PLANEJADO','INSTALADO')",
        ck_leitos_periodos_periodo: 'fim IS NULL OR inicio IS NULL OR fim >= inicio',
        ck_leitos_periodos_aberto:
          '(fim IS NULL AND periodo_aberto_id IS NOT NULL AND periodo_aberto_id = leito_id) OR (fim IS NOT NULL AND periodo_aberto_id IS NULL)',
      },
    });
  }
}
