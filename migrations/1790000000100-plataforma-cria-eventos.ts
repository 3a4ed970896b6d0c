import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apagarTabela, criarTabela, id, inteiro, instante, texto, textoLongo } from '../src/banco/tabelas.js';

/** Events, their deliveries and the small table the relay claims from. */
export class PlataformaCriaEventos1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'eventos', {
      colunas: [
        { name: 'id', type: 'varchar', length: '36', isPrimary: true },
        texto('tipo', 100),
        inteiro('versao'),
        texto('agregado_tipo', 40),
        inteiro('agregado_id'),
        inteiro('agregado_versao'),
        instante('ocorrido_em'),
        inteiro('autor_id', { nulo: true }),
        texto('correlacao_id', 64),
        textoLongo('dados'),
        inteiro('sequencia', { nulo: true }),
      ],
      unicos: {
        uq_eventos_agregado: ['agregado_tipo', 'agregado_id', 'agregado_versao', 'tipo'],
        uq_eventos_sequencia: ['sequencia'],
      },
      indices: { ix_eventos_tipo: ['tipo', 'id'] },
    });
    await criarTabela(runner, 'sequencia_de_eventos', {
      semeada: true,
      colunas: [{ name: 'id', type: 'integer', isPrimary: true }, inteiro('ultima')],
    });
    await runner.query('INSERT INTO sequencia_de_eventos (id, ultima) VALUES (1, 0)');
    await criarTabela(runner, 'entregas', {
      colunas: [
        id(),
        texto('evento_id', 36),
        texto('saga', 120),
        texto('status', 12),
        inteiro('tentativas'),
        inteiro('mortes'),
        instante('criada_em'),
        instante('concluida_em', { nulo: true }),
        texto('erro', 500, { nulo: true }),
      ],
      unicos: { uq_entregas_evento_saga: ['evento_id', 'saga'] },
      indices: { ix_entregas_status: ['status', 'id'] },
      referencias: { fk_entregas_evento: ['evento_id', 'eventos'] },
      verificacoes: { ck_entregas_status: "status IN ('PENDENTE','CONCLUIDA','MORTA')" },
    });
    await criarTabela(runner, 'entregas_prontas', {
      colunas: [
        { name: 'entrega_id', type: 'integer', isPrimary: true },
        texto('saga', 120),
        texto('chave', 60),
        instante('disponivel_em'),
        texto('dono', 36, { nulo: true }),
        instante('dono_ate', { nulo: true }),
      ],
      indices: { ix_entregas_prontas_ordem: ['saga', 'chave', 'entrega_id'] },
      referencias: { fk_entregas_prontas_entrega: ['entrega_id', 'entregas'] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tabela of ['entregas_prontas', 'entregas', 'sequencia_de_eventos', 'eventos'])
      await apagarTabela(runner, tabela);
  }
}
