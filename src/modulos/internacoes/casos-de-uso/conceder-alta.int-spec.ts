import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { LeituraDeInternacoes } from '../contrato/leitura-de-internacoes.js';
import { ConcederAlta, type DadosDaAlta } from './conceder-alta.js';

const AUTOR = { usuarioId: 1, papeis: ['MEDICO'] } as const;
const ENTRADA = '2026-06-01T10:00:00.000Z';

describe('conceder alta', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const darAlta = (id: number, mais: Partial<DadosDaAlta> = {}) =>
    app.app
      .get(CommandBus)
      .execute(new ConcederAlta(id, { cidSaida: 'J180', motivoSaida: 'ALTA_MELHORADO', ...mais }, AUTOR));

  const esperaRecusa = async (id: number, mais: Partial<DadosDaAlta>, erro: object) => {
    const antes = await cenario.retrato();
    await expect(darAlta(id, mais)).rejects.toMatchObject(erro);
    expect(await cenario.retrato()).toEqual(antes);
  };

  it('deve encerrar a internação, desocupar o leito e dizer ao resto do hospital, de uma vez', async () => {
    const { id, leitoId, pacienteId } = await cenario.internar({ admitidaEm: ENTRADA });
    const em = new Date('2026-06-05T12:00:00.000Z');
    const resposta = await darAlta(id, { em });
    expect(resposta).toMatchObject({
      status: 'ENCERRADA',
      cidSaida: 'J180',
      motivoSaida: 'ALTA_MELHORADO',
      medicoAltaId: cenario.medicoId,
      saidaEm: em.toISOString(),
      leitoId,
      altaClinicaEm: em.toISOString(),
      acoes: ['reabrir'],
    });
    const [linha] = await app.consultar('SELECT paciente_aberto_id FROM internacoes WHERE id = ?', [id]);
    expect(linha).toEqual({ paciente_aberto_id: null });
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
    expect(leito).toEqual({ status: 'AGUARDANDO_LIMPEZA' });
    const abertas = await app.consultar('SELECT id FROM ocupacoes WHERE internacao_id = ? AND fim IS NULL', [
      id,
    ]);
    expect(abertas).toEqual([]);
    const eventos = await app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'internacoes.alta-concedida' AND agregado_id = ?",
      [id],
    );
    expect(eventos.map((e) => JSON.parse(String(e.dados)))).toEqual([
      { internacaoId: id, pacienteId, leitoId, em: em.toISOString() },
    ]);
  });

  it('deve contar aos outros módulos quando o paciente entrou e saiu', async () => {
    const { id, pacienteId } = await cenario.internar({ admitidaEm: ENTRADA });
    const contrato = app.app.get(LeituraDeInternacoes);
    expect(await contrato.paraConta(id)).toEqual({
      internacaoId: id,
      pacienteId,
      convenioId: null,
      entrada: new Date(ENTRADA),
      saida: null,
    });
    expect(await contrato.pacienteInternado(pacienteId)).toBe(true);
    const em = new Date('2026-06-02T00:00:00.000Z');
    await darAlta(id, { em });
    expect(await contrato.paraConta(id)).toMatchObject({ saida: em });
    expect(await contrato.pacienteInternado(pacienteId)).toBe(false);
    expect(await contrato.paraConta(999_999)).toBeNull();
  });

  it('deve recusar internação ou médico que não existe, sem gravar nada', async () => {
    await esperaRecusa(999_999, {}, { tipo: 'nao_encontrado', codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await esperaRecusa(
      id,
      { medicoId: 999_999 },
      { tipo: 'invalido', codigo: 'MEDICO.NAO_ENCONTRADO', campo: 'medicoId' },
    );
  });

  it('deve recusar corte de faturamento, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await esperaRecusa(
      id,
      { motivoSaida: 'PERMANENCIA' },
      { tipo: 'regra_violada', codigo: 'INTERNACAO.MOTIVO_NAO_E_SAIDA', campo: 'motivoSaida' },
    );
  });

  it('deve recusar instante antes da entrada, antes do último movimento ou no futuro, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    const leitoId = await cenario.leito();
    await app.post(`/v1/internacoes/${id}/transferir`, {
      leitoId,
      motivo: 'UTI',
      em: '2026-06-03T00:00:00Z',
    });
    await esperaRecusa(
      id,
      { em: new Date('2026-06-01T09:59:59.999Z') },
      { tipo: 'regra_violada', codigo: 'INTERNACAO.ALTA_ANTES_DA_ENTRADA', campo: 'em' },
    );
    await esperaRecusa(
      id,
      { em: new Date('2026-06-02T23:59:59.999Z') },
      { tipo: 'regra_violada', codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'em' },
    );
    await esperaRecusa(
      id,
      { em: new Date('2026-06-30T00:00:00Z') },
      { tipo: 'invalido', codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'em' },
    );
  });

  it('deve recusar a segunda alta, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await darAlta(id);
    await esperaRecusa(
      id,
      {},
      {
        tipo: 'conflito',
        codigo: 'INTERNACAO.TRANSICAO_INVALIDA',
        message: expect.stringContaining('Ações possíveis agora: reabrir.'),
      },
    );
  });
});
