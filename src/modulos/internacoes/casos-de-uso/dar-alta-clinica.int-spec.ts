import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { type DadosDaAltaClinica, DarAltaClinica } from './dar-alta-clinica.js';

const AUTOR = { usuarioId: 1, papeis: ['MEDICO'] } as const;
const ENTRADA = '2026-06-01T10:00:00.000Z';
const ALTA = new Date('2026-06-05T12:00:00.000Z');

const darAlta = (id: number, mais: Partial<DadosDaAltaClinica> = {}) =>
  new DarAltaClinica(id, { cidSaida: 'J180', motivoSaida: 'ALTA_MELHORADO', ...mais }, AUTOR);

describe('dar alta clínica', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const estadoDoLeito = async (leitoId: number | null) =>
    (await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]))[0]!.status;

  it('deve guardar o desfecho e manter o leito ocupado e o paciente internado', async () => {
    const { id, leitoId, pacienteId } = await cenario.internar({ admitidaEm: ENTRADA });
    const medicoId = await cenario.outroMedico();
    expect(await cenario.executar(darAlta(id, { medicoId, em: ALTA }))).toMatchObject({
      status: 'ALTA_CLINICA',
      altaClinicaEm: ALTA.toISOString(),
      medicoAltaId: medicoId,
      saidaEm: null,
      leitoId,
      acoes: ['alta', 'saida'],
    });
    expect(await estadoDoLeito(leitoId)).toBe('OCUPADO');

    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'ALTA_CLINICA']);
    expect((await cenario.eventos(id)).slice(1)).toEqual([
      ['internacoes.alta-clinica-dada', { internacaoId: id, pacienteId, em: ALTA.toISOString() }],
    ]);
  });

  it('deve a alta de uma vez completar a alta clínica e prevalecer sobre ela', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await cenario.executar(darAlta(id, { em: ALTA }));
    expect(await cenario.comandar(id, 'alta', { cidSaida: 'I10', motivoSaida: 'OBITO' })).toMatchObject({
      status: 'ENCERRADA',
      cidSaida: 'I10',
      motivoSaida: 'OBITO',
      altaClinicaEm: ALTA.toISOString(),
    });
  });

  it('deve recusar corte de faturamento e médico que não existe, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await esperaRecusaDoComando(cenario, darAlta(id, { motivoSaida: 'ENCERRAMENTO_ADMINISTRATIVO' }), {
      tipo: 'regra_violada',
      codigo: 'INTERNACAO.MOTIVO_NAO_E_SAIDA',
      campo: 'motivoSaida',
    });
    await esperaRecusaDoComando(cenario, darAlta(id, { medicoId: 999_999 }), {
      codigo: 'MEDICO.NAO_ENCONTRADO',
    });
  });

  it('deve recusar instantes fora de ordem ou no futuro, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    const em = (texto: string) => ({ em: new Date(texto) });
    await esperaRecusaDoComando(cenario, darAlta(id, em('2026-06-01T09:59:59.999Z')), {
      codigo: 'INTERNACAO.ALTA_ANTES_DA_ENTRADA',
    });
    await esperaRecusaDoComando(cenario, darAlta(id, em('2026-06-30T00:00:00Z')), {
      tipo: 'invalido',
      codigo: 'INTERNACAO.DATA_NO_FUTURO',
      campo: 'em',
    });
  });

  it('deve recusar a segunda alta clínica, e a transferência depois dela, sem gravar nada', async () => {
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await cenario.executar(darAlta(id));
    await esperaRecusaDoComando(cenario, darAlta(id), invalida);
    const leitoId = await cenario.leito();
    const transferida = await app.post(`/v1/internacoes/${id}/transferir`, { leitoId, motivo: 'UTI' });
    expect([transferida.status, transferida.corpo.error[0]!.codigo]).toEqual([
      409,
      'INTERNACAO.TRANSICAO_INVALIDA',
    ]);
    await esperaRecusaDoComando(cenario, darAlta(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
  });
});
