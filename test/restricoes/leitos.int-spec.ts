import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { NO_MYSQL } from '../apoio/banco-de-teste.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { ANTES, BEM_DEPOIS, DEPOIS, type Linha, linhasDeLeitos, RESERVA } from '../apoio/linhas-de-leitos.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

describe('restrições do banco: leitos', () => {
  let cenario: CenarioDeLeitos;
  let pacienteId: number;
  /** Rows that stand; each test breaks one thing of one of them. */
  let CERTAS: Record<string, Linha>;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    const { setorId } = cenario;
    const [livre, ocupado] = [await cenario.leito('LIVRE', { numero: 'base' }), await cenario.leito()];
    const internacao = await cenario.internacoes.internar({ leitoId: ocupado });
    await cenario.leito('BLOQUEADO', { numero: 'bloqueado' });
    pacienteId = internacao.pacienteId;
    CERTAS = linhasDeLeitos(setorId, livre, internacao.id);
  });
  afterAll(() => cenario.encerrar());

  const certa = (tabela: string, mudanca: Linha = {}) => [tabela, { ...CERTAS[tabela], ...mudanca }] as const;

  it('deve aceitar as linhas certas, para que as erradas provem algo', async () => {
    for (const tabela of Object.keys(CERTAS))
      expect(await inserirLinha(cenario.app, ...certa(tabela))).toBeGreaterThan(0);
    const outras: Linha[] = [
      { status: 'RESERVADO', reserva_expira_em: DEPOIS, vence_em: DEPOIS },
      { status: 'BLOQUEADO', vence_em: DEPOIS },
      { instalado: false, extra: true },
    ];
    for (const [i, mudanca] of outras.entries())
      expect(
        await inserirLinha(cenario.app, ...certa('leitos', { ...mudanca, numero_busca: `certo ${i}` })),
      ).toBeGreaterThan(0);
  });

  it.each<[string, string, Linha]>([
    ['setores', 'ck_setores_andar', { andar: 201 }],
    ['setores', 'ck_setores_andar', { andar: -21 }],
    ['setores', 'ck_setores_capacidade', { capacidade: -1 }],
    ['setores', 'ck_setores_inativacao', { ativo: false }],
    ['setores', 'ck_setores_inativacao', { ativo: false, inativado_em: ANTES }],
    ['setores', 'ck_setores_inativacao', { motivo_inativacao: 'obra' }],
    ['leitos', 'ck_leitos_tipo', { tipo: 'SUITE' }],
    ['leitos', 'ck_leitos_classe', { classe: 'HOTEL' }],
    ['leitos', 'ck_leitos_status', { status: 'QUEBRADO' }],
    ['leitos', 'ck_leitos_versao', { versao: 0 }],
    ['leitos', 'ck_leitos_instalado', { instalado: false }],
    ['leitos', 'ck_leitos_instalado', { instalado: false, status: 'DESATIVADO', instalado_desde: ANTES }],
    ['leitos', 'ck_leitos_instalado', { instalado: false, extra: true, instalado_desde: ANTES }],
    ['leitos', 'ck_leitos_reserva', { status: 'RESERVADO' }],
    ['leitos', 'ck_leitos_reserva', { reserva_paciente_id: 1 }],
    ['leitos', 'ck_leitos_reserva', { reserva_expira_em: DEPOIS }],
    ['leitos', 'ck_leitos_reserva', { status: 'RESERVADO', reserva_paciente_id: 1 }],
    ['leitos', 'ck_leitos_reserva', { reserva_paciente_id: 1, reserva_expira_em: DEPOIS }],
    ['leitos', 'ck_leitos_reserva', { reserva_solicitacao_id: 1 }],
    ['leitos', 'ck_leitos_reserva', { ...RESERVA, reserva_solicitacao_id: 1 }],
    ['leitos', 'ck_leitos_vence', { ...RESERVA, vence_em: null }],
    ['leitos', 'ck_leitos_vence', { ...RESERVA, vence_em: ANTES }],
    ['leitos', 'ck_leitos_vence', { vence_em: DEPOIS }],
    ['leitos', 'ck_leitos_vence', { status: 'OCUPADO', vence_em: DEPOIS }],
    ['leitos', 'ck_leitos_manutencao_planejada', { manutencao_motivo: 'obra' }],
    ['leitos', 'ck_leitos_manutencao_planejada', { status: 'OCUPADO', manutencao_ate: DEPOIS }],
    ['leitos', 'ck_leitos_manutencao_planejada', { status: 'OCUPADO', manutencao_autor_id: 1 }],
    ['leitos_historico', 'ck_leitos_historico_de', { de: 'QUEBRADO' }],
    ['leitos_historico', 'ck_leitos_historico_para', { para: 'QUEBRADO' }],
    ['leitos_historico', 'ck_leitos_historico_em', { em: DEPOIS, registrado_em: ANTES }],
    ['leitos_historico', 'ck_leitos_historico_ate', { ate: ANTES }],
    ['leitos_historico', 'ck_leitos_historico_ate', { para: 'LIVRE', ate: BEM_DEPOIS }],
    ['leitos_historico', 'ck_leitos_historico_ate', { para: 'LIVRE', em: DEPOIS, ate: ANTES }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_tipo', { tipo: 'OUTRO' }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_periodo', { inicio: DEPOIS, fim: ANTES }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_previsto', { fim_previsto: ANTES }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_aberto', { fim: null }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_aberto', { bloqueio_aberto_id: 1 }],
    ['leitos_bloqueios', 'ck_leitos_bloqueios_aberto', { fim: null, bloqueio_aberto_id: 999_999 }],
    ['leitos_periodos', 'ck_leitos_periodos_atributo', { atributo: 'LIMPO' }],
    ['leitos_periodos', 'ck_leitos_periodos_periodo', { inicio: DEPOIS, fim: ANTES }],
    ['leitos_periodos', 'ck_leitos_periodos_aberto', { fim: null }],
    ['leitos_periodos', 'ck_leitos_periodos_aberto', { periodo_aberto_id: 1 }],
    ['leitos_planos', 'ck_leitos_planos_acao', { acao: 'desativar' }],
    ['leitos_planos', 'ck_leitos_planos_situacao', { situacao: 'FEITO', resolvido_em: DEPOIS }],
    ['leitos_planos', 'ck_leitos_planos_periodo', { inicio: ANTES }],
    ['leitos_planos', 'ck_leitos_planos_periodo', { ate: DEPOIS }],
    ['leitos_planos', 'ck_leitos_planos_reserva', { acao: 'reservar' }],
    ['leitos_planos', 'ck_leitos_planos_reserva', { acao: 'reservar', ate: BEM_DEPOIS, solicitacao_id: 1 }],
    ['leitos_planos', 'ck_leitos_planos_reserva', { motivo: null }],
    ['leitos_planos', 'ck_leitos_planos_reserva', { paciente_id: 1 }],
    ['leitos_planos', 'ck_leitos_planos_resolvido', { resolvido_em: DEPOIS }],
    ['leitos_planos', 'ck_leitos_planos_resolvido', { situacao: 'APLICADO' }],
    ['ocupacoes_anuladas', 'ck_ocupacoes_anuladas_tipo', { tipo: 'SUITE' }],
    ['ocupacoes_anuladas', 'ck_ocupacoes_anuladas_periodo', { inicio: DEPOIS, fim: ANTES }],
    ['ocupacoes', 'ck_ocupacoes_tipo', { tipo: 'SUITE' }],
    ['ocupacoes', 'ck_ocupacoes_periodo', { inicio: DEPOIS, fim: ANTES }],
    ['ocupacoes', 'ck_ocupacoes_leito_aberto', { leito_aberto_id: 1 }],
    ['ocupacoes', 'ck_ocupacoes_internacao_aberta', { internacao_aberta_id: 1 }],
  ])('deve recusar em %s, por %s, %j', async (tabela, restricao, mudanca) => {
    await esperaRecusaDoBanco(cenario.app, certa(tabela, mudanca), 'verificacao', restricao);
  });

  it.each([
    ['ck_ocupacoes_leito_aberto', 'leito_aberto_id'],
    ['ck_ocupacoes_internacao_aberta', 'internacao_aberta_id'],
  ])('deve recusar uma ocupação aberta por %s quando falta ou não confere %s', async (restricao, coluna) => {
    const { leito_id, internacao_id } = CERTAS.ocupacoes!;
    const aberta = { fim: null, leito_aberto_id: leito_id!, internacao_aberta_id: internacao_id! };
    for (const valor of [null, 999_999])
      await esperaRecusaDoBanco(
        cenario.app,
        certa('ocupacoes', { ...aberta, [coluna]: valor }),
        'verificacao',
        restricao,
      );
  });

  it('deve recusar cada chave repetida', async () => {
    const linha = async (sql: string) => (await cenario.app.consultar(sql))[0]!;
    const bloqueio = await linha('SELECT leito_id FROM leitos_bloqueios WHERE fim IS NULL');
    const ocupacao = await linha('SELECT leito_id, internacao_id FROM ocupacoes WHERE fim IS NULL');
    const bloqueado = Number(bloqueio.leito_id);
    const [leito, internacao] = [Number(ocupacao.leito_id), Number(ocupacao.internacao_id)];
    const livre = Number(CERTAS.ocupacoes!.leito_id);
    const pedido = await cenario.internacoes.solicitar();
    const reserva = { ...RESERVA, reserva_paciente_id: pedido.pacienteId, reserva_solicitacao_id: pedido.id };
    await inserirLinha(cenario.app, ...certa('leitos', { ...reserva, numero_busca: 'reservado' }));
    const repetidas: [string, string, Linha][] = [
      ['leitos', 'uq_leitos_numero', {}],
      [
        'leitos',
        'uq_leitos_reserva_paciente',
        { ...reserva, numero_busca: 'do mesmo paciente', reserva_solicitacao_id: null },
      ],
      [
        'leitos',
        'uq_leitos_reserva_solicitacao',
        { ...reserva, numero_busca: 'da mesma solicitação', reserva_paciente_id: 999_999 },
      ],
      ['leitos_historico', 'uq_leitos_historico_versao', {}],
      [
        'leitos_bloqueios',
        'uq_leitos_bloqueios_aberto',
        { leito_id: bloqueado, fim: null, bloqueio_aberto_id: bloqueado },
      ],
      [
        'leitos_periodos',
        'uq_leitos_periodos_aberto',
        { atributo: 'INSTALADO', fim: null, periodo_aberto_id: livre },
      ],
      [
        'ocupacoes',
        'uq_ocupacoes_internacao_aberta',
        { fim: null, leito_aberto_id: livre, internacao_aberta_id: internacao },
      ],
    ];
    for (const [tabela, restricao, mudanca] of repetidas)
      await esperaRecusaDoBanco(cenario.app, certa(tabela, mudanca), 'chave_duplicada', restricao);
    const outra = await cenario.internacoes.internar();
    await cenario.app.unidade.executar((tx) =>
      tx.executar(
        'UPDATE ocupacoes SET fim = inicio, leito_aberto_id = NULL, internacao_aberta_id = NULL WHERE internacao_id = ?',
        [outra.id],
      ),
    );
    const mesmoLeito = {
      leito_id: leito,
      internacao_id: outra.id,
      fim: null,
      leito_aberto_id: leito,
      internacao_aberta_id: outra.id,
    };
    await esperaRecusaDoBanco(
      cenario.app,
      certa('ocupacoes', mesmoLeito),
      'chave_duplicada',
      'uq_ocupacoes_leito_aberto',
    );
  });

  it.each([
    ['leitos', 'setor_id'],
    ['leitos', 'reserva_solicitacao_id'],
    ['leitos_planos', 'leito_id'],
    ['leitos_planos', 'paciente_id'],
    ['leitos_planos', 'solicitacao_id'],
    ['ocupacoes_anuladas', 'leito_id'],
    ['ocupacoes_anuladas', 'internacao_id'],
    ['leitos_historico', 'leito_id'],
    ['leitos_bloqueios', 'leito_id'],
    ['leitos_periodos', 'leito_id'],
    ['ocupacoes', 'leito_id'],
    ['ocupacoes', 'internacao_id'],
  ])('deve recusar em %s um %s que não existe', async (tabela, coluna) => {
    const distintas: Record<string, Linha> = {
      leitos: {
        numero_busca: 'outro',
        ...(coluna === 'setor_id' ? {} : { ...RESERVA, reserva_paciente_id: 8 }),
      },
      leitos_historico: { versao: 91 },
      leitos_planos:
        coluna === 'leito_id' ? {} : { acao: 'reservar', ate: BEM_DEPOIS, paciente_id: pacienteId },
    };
    await esperaRecusaDoBanco(
      cenario.app,
      certa(tabela, { ...distintas[tabela], [coluna]: 999_999 }),
      'referencia_inexistente',
    );
  });

  it('deve recusar apagar setor com leitos e leito com história', async () => {
    const apagar = (tabela: string, id: Parametro) =>
      cenario.app.unidade.executar((tx) => tx.executar(`DELETE FROM ${tabela} WHERE id = ?`, [id]));
    await expect(apagar('setores', cenario.setorId)).rejects.toMatchObject({ natureza: 'referencia_em_uso' });
    await expect(apagar('leitos', CERTAS.ocupacoes!.leito_id!)).rejects.toMatchObject({
      natureza: 'referencia_em_uso',
    });
  });

  it.each([
    ['setores', 'nome', 121],
    ['setores', 'responsavel', 121],
    ['leitos', 'numero', 41],
    ['leitos_bloqueios', 'motivo', 501],
    ['leitos_historico', 'motivo', 501],
    ['leitos_planos', 'motivo', 501],
    ['ocupacoes_anuladas', 'motivo', 501],
  ])('deve recusar em %s um %s maior do que a coluna', async (tabela, coluna, tamanho) => {
    await esperaRecusaDoBanco(
      cenario.app,
      certa(tabela, { [coluna]: 'a'.repeat(tamanho) }),
      NO_MYSQL ? 'valor' : 'verificacao',
    );
  });
});
