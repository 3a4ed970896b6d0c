import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { ReabrirInternacao } from './reabrir-internacao.js';

const AUTOR = { usuarioId: 1, papeis: ['GESTAO'] } as const;
const AGORA = new Date('2026-06-10T12:00:00.000Z');
const ENTRADA = '2026-06-05T10:00:00.000Z';
const SAIDA = '2026-06-10T10:00:00.000Z';
const ALTA = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };

const reabrir = (id: number) => new ReabrirInternacao(id, { motivo: 'Alta do paciente errado.' }, AUTOR);

describe('reabrir internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(AGORA);
  });
  afterAll(() => app.encerrar());

  const encerrada = async (em = SAIDA, admitidaEm = ENTRADA) => {
    const { id } = await cenario.internar({ admitidaEm });
    return cenario.comandar(id, 'alta', { ...ALTA, em });
  };

  it('deve continuar a estadia no mesmo leito, como se não tivesse acabado', async () => {
    const { id, leitoId, pacienteId } = await encerrada();
    expect(await cenario.executar(reabrir(id))).toMatchObject({
      status: 'INTERNADA',
      leitoId,
      cidSaida: null,
      motivoSaida: null,
      medicoAltaId: null,
      altaClinicaEm: null,
      saidaEm: null,
      admitidaEm: new Date(ENTRADA).toISOString(),
    });
    const trechos = await app.consultar(
      'SELECT leito_id, fim, leito_aberto_id FROM ocupacoes WHERE internacao_id = ?',
      [id],
    );
    expect(trechos).toEqual([{ leito_id: leitoId, fim: null, leito_aberto_id: leitoId }]);
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
    expect(leito).toEqual({ status: 'OCUPADO' });
    const [reabertura] = await app.consultar(
      'SELECT tipo, estado_anterior, para_leito_id, motivo FROM internacoes_movimentacoes WHERE internacao_id = ? AND ordem = 3',
      [id],
    );
    expect(reabertura).toEqual({
      tipo: 'REABERTURA',
      estado_anterior: 'ENCERRADA',
      para_leito_id: leitoId,
      motivo: 'Alta do paciente errado.',
    });
    expect((await cenario.eventos(id)).at(-1)).toEqual([
      'internacoes.internacao-reaberta',
      expect.objectContaining({ internacaoId: id, pacienteId, leitoId, saidaDesfeita: SAIDA }),
    ]);
  });

  it('deve deixar contar a saída certa, antes ou depois da que foi desfeita', async () => {
    for (const em of ['2026-06-08T10:00:00.000Z', '2026-06-10T11:00:00.000Z']) {
      const { id } = await encerrada();
      await cenario.executar(reabrir(id));
      expect(await cenario.comandar(id, 'alta', { ...ALTA, em })).toMatchObject({ saidaEm: em });
    }
  });

  it('deve voltar ao último leito de quem foi transferido, e não ao primeiro', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    const leitoId = await cenario.leito();
    const mudanca = '2026-06-07T10:00:00.000Z';
    await cenario.comandar(id, 'transferir', { leitoId, motivo: 'Isolamento', em: mudanca });
    await cenario.comandar(id, 'alta', { ...ALTA, em: SAIDA });
    expect(await cenario.executar(reabrir(id))).toMatchObject({ leitoId });
    const antes = await app.post(`/v1/internacoes/${id}/alta`, { ...ALTA, em: '2026-06-07T09:00:00Z' });
    expect(antes.corpo.error[0]!.codigo).toBe('INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO');
  });

  it('deve recusar o que não existe ou não acabou, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, reabrir(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    await esperaRecusaDoComando(cenario, reabrir((await cenario.internar()).id), invalida);
    await esperaRecusaDoComando(cenario, reabrir((await cenario.solicitar()).id), invalida);
  });

  it('deve recusar depois do prazo das políticas, sem gravar nada', async () => {
    const { id } = await encerrada('2026-06-09T11:59:59.000Z');
    const prazo = { tipo: 'conflito', codigo: 'INTERNACAO.PRAZO_DE_REABERTURA' };
    await esperaRecusaDoComando(cenario, reabrir(id), prazo);
  });

  it('deve recusar quem já voltou, voltou e saiu, ou espera por outro leito, sem gravar nada', async () => {
    const dentro = await encerrada();
    const { id } = await cenario.internar({ pacienteId: dentro.pacienteId });
    const jaInternado = { tipo: 'conflito', codigo: 'INTERNACAO.PACIENTE_JA_INTERNADO' };
    await esperaRecusaDoComando(cenario, reabrir(dentro.id), jaInternado);
    await cenario.comandar(id, 'alta', ALTA);
    const sobreposto = { tipo: 'conflito', codigo: 'INTERNACAO.PERIODO_SOBREPOSTO' };
    await esperaRecusaDoComando(cenario, reabrir(dentro.id), sobreposto);

    const esperando = await encerrada();
    await cenario.solicitar({ pacienteId: esperando.pacienteId });
    await esperaRecusaDoComando(cenario, reabrir(esperando.id), { codigo: 'INTERNACAO.SOLICITACAO_ABERTA' });
  });

  it('deve recusar o leito que outro ocupou, ou que foi bloqueado, sem gravar nada', async () => {
    const { id, leitoId } = await encerrada();
    await app.post(`/v1/leitos/${leitoId}/iniciar-limpeza`);
    await app.post(`/v1/leitos/${leitoId}/concluir-limpeza`);
    await cenario.internar({ leitoId: leitoId! });
    await esperaRecusaDoComando(cenario, reabrir(id), {
      tipo: 'conflito',
      codigo: 'INTERNACAO.LEITO_OCUPADO',
    });

    const bloqueada = await encerrada();
    await app.post(`/v1/leitos/${bloqueada.leitoId}/bloquear`, { motivo: 'Obra' });
    await esperaRecusaDoComando(cenario, reabrir(bloqueada.id), { codigo: 'INTERNACAO.LEITO_INDISPONIVEL' });
  });
});
