import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../apoio/banco-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

type Valores = Record<string, Parametro>;

const ENTRADA = new Date('2026-06-01T10:00:00Z');
const SAIDA = new Date('2026-06-05T10:00:00Z');
const DEPOIS = new Date('2026-06-06T10:00:00Z');
const ANTES = new Date('2026-05-31T10:00:00Z');

describe('Restrições de internações', () => {
  let app: AplicacaoDeTeste;
  /** Rows that stand; each test breaks one thing of them. */
  let aberta: Valores;
  let naFila: Valores;
  let deSaida: Valores;
  let encerrada: Valores;
  let admissao: Valores;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const cenario = await CenarioDeInternacao.montar(app);
    const { id, pacienteId, leitoId } = await cenario.internar();
    const outro = await cenario.paciente();
    aberta = {
      paciente_id: outro,
      medico_id: cenario.medicoId,
      convenio_id: null,
      setor_id: cenario.setorId,
      status: 'INTERNADA',
      carater: 'URGENCIA',
      cid_sistema: 'CID-10',
      cid_versao: '2008',
      cid_entrada: 'J189',
      cid_saida: null,
      motivo_saida: null,
      medico_alta_id: null,
      observacao: null,
      solicitada_em: null,
      tipo_leito: null,
      prioridade: null,
      posicao_na_fila: null,
      entrada: ENTRADA,
      saida: null,
      desde: ENTRADA,
      alta_prevista_para: null,
      alta_clinica_em: null,
      saida_esperada_em: null,
      paciente_aberto_id: outro,
      movimentos: 1,
      ultimo_movimento_em: ENTRADA,
      versao: 1,
      criado_em: ENTRADA,
      atualizado_em: ENTRADA,
      autor_id: null,
    };
    naFila = {
      ...aberta,
      setor_id: null,
      status: 'SOLICITADA',
      solicitada_em: ENTRADA,
      tipo_leito: 'UTI_ADULTO',
      prioridade: 'URGENTE',
      posicao_na_fila: '2 2026-06-01T10:00:00.000Z',
      entrada: null,
    };
    deSaida = {
      ...aberta,
      status: 'ALTA_CLINICA',
      cid_saida: 'J180',
      motivo_saida: 'ALTA_CURADO',
      medico_alta_id: cenario.medicoId,
      alta_prevista_para: SAIDA,
      alta_clinica_em: ENTRADA,
      saida_esperada_em: SAIDA,
    };
    encerrada = {
      ...aberta,
      paciente_id: pacienteId,
      paciente_aberto_id: null,
      status: 'ENCERRADA',
      saida: SAIDA,
      cid_saida: 'J180',
      motivo_saida: 'ALTA_CURADO',
      medico_alta_id: cenario.medicoId,
    };
    admissao = {
      internacao_id: id,
      ordem: 99,
      tipo: 'ADMISSAO',
      estado_anterior: null,
      estado_novo: 'INTERNADA',
      de_leito_id: null,
      para_leito_id: leitoId,
      previsto_para: null,
      em: ENTRADA,
      registrado_em: ENTRADA,
      motivo: null,
      autor_id: null,
    };
  });
  afterAll(() => app.encerrar());

  it('deve aceitar as linhas que servem de base', async () => {
    for (const linha of [aberta, naFila, deSaida, encerrada]) {
      const id = await inserirLinha(app, 'internacoes', linha);
      await app.unidade.executar((tx) => tx.executar('DELETE FROM internacoes WHERE id = ?', [id]));
    }
    const id = await inserirLinha(app, 'internacoes_movimentacoes', admissao);
    await app.unidade.executar((tx) =>
      tx.executar('DELETE FROM internacoes_movimentacoes WHERE id = ?', [id]),
    );
    expect(id).toBeGreaterThan(0);
  });

  const nasAbertas: [string, Valores][] = [
    ['ck_internacoes_status', { status: 'ALTA', paciente_aberto_id: null }],
    ['ck_internacoes_carater', { carater: 'urgencia' }],
    ['ck_internacoes_cid', { cid_entrada: 'J1' }],
    ['ck_internacoes_solicitacao', { prioridade: 'URGENTE' }],
    ['ck_internacoes_solicitacao', { tipo_leito: 'UTI_ADULTO' }],
    ['ck_internacoes_fila', { posicao_na_fila: '2' }],
    ['ck_internacoes_desde', { desde: ANTES }],
    ['ck_internacoes_previsao', { alta_prevista_para: SAIDA }],
    ['ck_internacoes_alta_clinica', { alta_clinica_em: ENTRADA }],
    ['ck_internacoes_saida_esperada', { saida_esperada_em: SAIDA }],
    ['ck_internacoes_desfecho', { cid_saida: 'J180' }],
    ['ck_internacoes_desfecho', { motivo_saida: 'OBITO' }],
    ['ck_internacoes_versao', { versao: 0 }],
    ['ck_internacoes_movimentos', { movimentos: 0 }],
    ['ck_internacoes_movimentos', { ultimo_movimento_em: ANTES }],
    ['ck_internacoes_aberta', { saida: SAIDA }],
    ['ck_internacoes_paciente_aberto', { paciente_aberto_id: null }],
    ['ck_internacoes_paciente_aberto', { paciente_aberto_id: 999_999 }],
    ['ck_internacoes_paciente_aberto', { status: 'CANCELADA' }],
  ];
  it.each(nasAbertas)('deve recusar por %s em internação aberta: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(app, ['internacoes', { ...aberta, ...errado }], 'verificacao', restricao);
  });

  const nasSolicitadas: [string, Valores][] = [
    ['ck_internacoes_prioridade', { prioridade: 'ALTA' }],
    ['ck_internacoes_tipo_leito', { tipo_leito: 'REDE' }],
    ['ck_internacoes_solicitacao', { prioridade: null }],
    ['ck_internacoes_solicitacao', { tipo_leito: null }],
    ['ck_internacoes_fila', { posicao_na_fila: null }],
    ['ck_internacoes_entrada', { entrada: ENTRADA }],
    ['ck_internacoes_desde', { desde: SAIDA, ultimo_movimento_em: SAIDA }],
    ['ck_internacoes_movimentos', { ultimo_movimento_em: ANTES }],
    ['ck_internacoes_paciente_aberto', { paciente_aberto_id: null }],
  ];
  it.each(nasSolicitadas)('deve recusar por %s em pedido de leito: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(app, ['internacoes', { ...naFila, ...errado }], 'verificacao', restricao);
  });

  it('deve recusar admissão anterior ao pedido, e internação em curso sem entrada', async () => {
    const pedida = { ...aberta, solicitada_em: SAIDA, tipo_leito: 'UTI_ADULTO', prioridade: 'URGENTE' };
    const semEntrada = { ...pedida, entrada: null, desde: SAIDA, ultimo_movimento_em: SAIDA };
    for (const linha of [pedida, semEntrada])
      await esperaRecusaDoBanco(app, ['internacoes', linha], 'verificacao', 'ck_internacoes_entrada');
  });

  const nasDeSaida: [string, Valores][] = [
    ['ck_internacoes_desfecho', { medico_alta_id: null }],
    ['ck_internacoes_cid', { cid_saida: 'J1' }],
    ['ck_internacoes_motivo_saida', { motivo_saida: 'PERMANENCIA' }],
    ['ck_internacoes_alta_clinica', { alta_clinica_em: null }],
    ['ck_internacoes_alta_clinica', { alta_clinica_em: ANTES }],
    ['ck_internacoes_saida_esperada', { saida_esperada_em: null }],
    ['ck_internacoes_saida_esperada', { saida_esperada_em: ANTES }],
    ['ck_internacoes_paciente_aberto', { paciente_aberto_id: null }],
  ];
  it.each(nasDeSaida)('deve recusar por %s depois da alta clínica: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(app, ['internacoes', { ...deSaida, ...errado }], 'verificacao', restricao);
  });

  const nasEncerradas: [string, Valores][] = [
    ['ck_internacoes_alta_clinica', { alta_clinica_em: DEPOIS }],
    ['ck_internacoes_saida_esperada', { saida_esperada_em: SAIDA }],
    ['ck_internacoes_saida', { saida: ANTES }],
    ['ck_internacoes_aberta', { saida: null }],
    ['ck_internacoes_desfecho', { cid_saida: null }],
    ['ck_internacoes_desfecho', { motivo_saida: null }],
    ['ck_internacoes_desfecho', { medico_alta_id: null }],
  ];
  it.each(nasEncerradas)('deve recusar por %s em internação encerrada: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(app, ['internacoes', { ...encerrada, ...errado }], 'verificacao', restricao);
  });

  it('deve recusar a segunda internação aberta do mesmo paciente', async () => {
    const repetida = {
      ...aberta,
      paciente_id: encerrada.paciente_id!,
      paciente_aberto_id: encerrada.paciente_id!,
    };
    await esperaRecusaDoBanco(
      app,
      ['internacoes', repetida],
      'chave_duplicada',
      'uq_internacoes_paciente_aberto',
    );
  });

  it('deve recusar que espere por um leito quem já está em outro', async () => {
    const quem = encerrada.paciente_id!;
    await esperaRecusaDoBanco(
      app,
      ['internacoes', { ...naFila, paciente_id: quem, paciente_aberto_id: quem }],
      'chave_duplicada',
      'uq_internacoes_paciente_aberto',
    );
  });

  it.each(['paciente_id', 'medico_id', 'convenio_id', 'medico_alta_id', 'setor_id'])(
    'deve recusar %s que não existe',
    async (coluna) => {
      await esperaRecusaDoBanco(
        app,
        ['internacoes', { ...encerrada, [coluna]: 999_999 }],
        'referencia_inexistente',
      );
    },
  );

  const movimentacoes: [string, Valores][] = [
    ['ck_internacoes_movimentacoes_ordem', { ordem: 0 }],
    ['ck_internacoes_movimentacoes_tipo', { tipo: 'PASSEIO' }],
    ['ck_internacoes_movimentacoes_anterior', { estado_anterior: 'LIVRE' }],
    ['ck_internacoes_movimentacoes_novo', { estado_novo: 'LIVRE' }],
    ['ck_internacoes_movimentacoes_admissao', { para_leito_id: null }],
    ['ck_internacoes_movimentacoes_transferencia', { tipo: 'TRANSFERENCIA', motivo: 'x' }],
    ['ck_internacoes_movimentacoes_saida', { tipo: 'ALTA' }],
    ['ck_internacoes_movimentacoes_sem_leito', { tipo: 'SOLICITACAO' }],
    ['ck_internacoes_movimentacoes_reabertura', { tipo: 'REABERTURA', motivo: 'x', para_leito_id: null }],
    ['ck_internacoes_movimentacoes_cancelamento', { tipo: 'CANCELAMENTO', motivo: 'x' }],
    ['ck_internacoes_movimentacoes_motivo', { tipo: 'RECUSA', para_leito_id: null }],
    ['ck_internacoes_movimentacoes_motivo', { tipo: 'REABERTURA' }],
    ['ck_internacoes_movimentacoes_previsao', { tipo: 'PREVISAO_DE_ALTA', para_leito_id: null }],
    ['ck_internacoes_movimentacoes_previsao', { previsto_para: SAIDA }],
    [
      'ck_internacoes_movimentacoes_previsao',
      { tipo: 'PREVISAO_DE_ALTA', para_leito_id: null, previsto_para: ANTES },
    ],
    ['ck_internacoes_movimentacoes_em', { em: SAIDA }],
  ];
  it.each(movimentacoes)('deve recusar movimentação por %s: %j', async (restricao, errado) => {
    await esperaRecusaDoBanco(
      app,
      ['internacoes_movimentacoes', { ...admissao, ...errado }],
      'verificacao',
      restricao,
    );
  });

  it('deve recusar transferência para o mesmo leito', async () => {
    const parada = { ...admissao, tipo: 'TRANSFERENCIA', motivo: 'x', de_leito_id: admissao.para_leito_id! };
    await esperaRecusaDoBanco(
      app,
      ['internacoes_movimentacoes', parada],
      'verificacao',
      'ck_internacoes_movimentacoes_transferencia',
    );
  });

  it('deve recusar duas movimentações na mesma ordem', async () => {
    await esperaRecusaDoBanco(
      app,
      ['internacoes_movimentacoes', { ...admissao, ordem: 1 }],
      'chave_duplicada',
      'uq_internacoes_movimentacoes_ordem',
    );
  });

  it.each([
    ['internacao_id', {}],
    ['para_leito_id', {}],
    ['de_leito_id', { tipo: 'ALTA', para_leito_id: null }],
  ])('deve recusar movimentação com %s que não existe', async (coluna, mais) => {
    await esperaRecusaDoBanco(
      app,
      ['internacoes_movimentacoes', { ...admissao, ...mais, [coluna]: 999_999 }],
      'referencia_inexistente',
    );
  });

  it('deve recusar observação maior do que a coluna', async () => {
    await esperaRecusaDoBanco(
      app,
      ['internacoes', { ...aberta, observacao: 'a'.repeat(2001) }],
      NO_MYSQL ? 'valor' : 'verificacao',
    );
  });
});
