import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { enviar, esperaRecusa, type Porque, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;

/** Hours of 10 March 2026, as days would be. */
const as = (hora: string): string => `2026-03-10T${hora}:00.000Z`;
const SOBREPOSTO = (campo: string): Porque => [409, 'INTERNACAO.PERIODO_SOBREPOSTO', campo];

/** What is tried against a stay from 10:00 to 12:00 and another from 14:00 to 16:00. */
const PERIODOS: [inicio: string, fim: string, cabe: boolean][] = [
  ['08:00', '10:00', true],
  ['12:00', '14:00', true],
  ['12:30', '13:30', true],
  ['16:00', '18:00', true],
  ['08:00', '10:01', false],
  ['11:59', '13:00', false],
  ['13:00', '14:01', false],
  ['10:00', '12:00', false],
  ['10:30', '11:30', false],
  ['09:00', '13:00', false],
  ['09:00', '17:00', false],
  ['15:59', '18:00', false],
];

describe('história que se sobrepõe a outra', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const passada = async (inicio: string, fim: string, mais: Corpo = {}): Promise<Corpo> => ({
    ...(await cenario.internacoes.pedido(mais)),
    admitidaEm: as(inicio),
    alta: { cidSaida: 'J18', motivoSaida: 'ALTA_CURADO', em: as(fim) },
    ...mais,
  });
  const registrar = (corpo: Corpo) => cenario.app.criar('/v1/internacoes', corpo);
  const esperaRecusado = async (corpo: Corpo, porque: Porque) => {
    await esperaRecusa(cenario.app, { caminho: '/v1/internacoes', corpo }, recusa(porque));
  };

  it.each(PERIODOS)('deve no mesmo leito, das %s às %s, caber: %s', async (inicio, fim, cabe) => {
    const leitoId = await cenario.leito();
    await registrar(await passada('14:00', '16:00', { leitoId }));
    await registrar(await passada('10:00', '12:00', { leitoId }));
    const corpo = await passada(inicio, fim, { leitoId });
    if (!cabe) return esperaRecusado(corpo, SOBREPOSTO('leitoId'));
    expect((await enviar(cenario.app, { caminho: '/v1/internacoes', corpo })).status).toBe(201);
  });

  it.each(PERIODOS)('deve para o mesmo paciente, das %s às %s, caber: %s', async (inicio, fim, cabe) => {
    const pacienteId = await cenario.internacoes.paciente();
    await registrar(await passada('14:00', '16:00', { pacienteId }));
    await registrar(await passada('10:00', '12:00', { pacienteId }));
    const corpo = await passada(inicio, fim, { pacienteId });
    if (!cabe) return esperaRecusado(corpo, SOBREPOSTO('admitidaEm'));
    expect((await enviar(cenario.app, { caminho: '/v1/internacoes', corpo })).status).toBe(201);
  });

  it('deve recusar a entrada em curso que começa antes do que já foi registrado', async () => {
    const [leitoId, pacienteId] = [await cenario.leito(), await cenario.internacoes.paciente()];
    await registrar(await passada('10:00', '12:00', { leitoId, pacienteId }));
    const noLeito = await cenario.internacoes.pedido({ leitoId, admitidaEm: as('11:00') });
    const doPaciente = await cenario.internacoes.pedido({ pacienteId, admitidaEm: as('09:00') });
    await esperaRecusado(noLeito, SOBREPOSTO('leitoId'));
    await esperaRecusado(doPaciente, SOBREPOSTO('admitidaEm'));
    await cenario.internacoes.internar({ leitoId, pacienteId, admitidaEm: as('12:00') });
  });

  it('deve recusar a história que passa por uma internação em curso', async () => {
    const { leitoId, pacienteId } = await cenario.internacoes.internar({ admitidaEm: as('10:00') });
    await esperaRecusado(await passada('09:00', '11:00', { leitoId }), SOBREPOSTO('leitoId'));
    await esperaRecusado(await passada('11:00', '12:00', { leitoId }), SOBREPOSTO('leitoId'));
    await esperaRecusado(await passada('09:00', '11:00', { pacienteId }), SOBREPOSTO('admitidaEm'));
    await registrar(await passada('09:00', '10:00', { leitoId, pacienteId }));
  });

  it('deve julgar cada leito de uma história com transferências', async () => {
    const [um, outro] = [await cenario.leito(), await cenario.leito()];
    await registrar(await passada('10:00', '12:00', { leitoId: outro }));
    const comTransferencia = (em: string) =>
      passada('09:00', '14:00', {
        leitoId: um,
        transferencias: [{ leitoId: outro, motivo: 'Cuidado', em: as(em) }],
      });
    await esperaRecusado(await comTransferencia('11:59'), SOBREPOSTO('leitoId'));
    await registrar(await comTransferencia('12:00'));
    await esperaRecusado(await passada('11:00', '11:30', { leitoId: um }), SOBREPOSTO('leitoId'));
  });

  it('deve recusar a história contada fora de ordem, no futuro ou de um leito para ele mesmo', async () => {
    const leitoId = await cenario.leito();
    const transferida = async (mudanca: Corpo) =>
      passada('10:00', '14:00', {
        transferencias: [{ leitoId, motivo: 'Cuidado', em: as('12:00'), ...mudanca }],
      });
    const antes: Porque = [422, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', 'transferencias[0].em'];
    await esperaRecusado(await transferida({ em: as('09:00') }), antes);
    await esperaRecusado(await transferida({ em: as('15:00') }), [
      422,
      'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
      'alta.em',
    ]);
    await esperaRecusado(await transferida({ motivo: undefined }), [
      422,
      'PLATAFORMA.CAMPO_INVALIDO',
      'transferencias[0].motivo',
    ]);
    await esperaRecusado(await transferida({ leitoId: 999_999 }), [422, 'LEITO.NAO_ENCONTRADO', 'leitoId']);
    const mesmo = { ...(await transferida({})), leitoId };
    await esperaRecusado(mesmo, [409, 'INTERNACAO.MESMO_LEITO', 'transferencias[0].leitoId']);
    await esperaRecusado(await passada('14:00', '10:00'), [
      422,
      'INTERNACAO.ALTA_ANTES_DA_ENTRADA',
      'alta.em',
    ]);
    const alta = { cidSaida: 'J18', motivoSaida: 'ALTA_CURADO' };
    const noFuturo = await passada('10:00', '11:00', { alta: { ...alta, em: '2199-01-01T00:00:00Z' } });
    await esperaRecusado(noFuturo, [422, 'INTERNACAO.DATA_NO_FUTURO', 'alta.em']);
    const corte = await passada('10:00', '11:00', {
      alta: { ...alta, em: as('11:00'), motivoSaida: 'PERMANENCIA' },
    });
    await esperaRecusado(corte, [422, 'INTERNACAO.MOTIVO_NAO_E_SAIDA', 'alta.motivoSaida']);
    const semEntrada = { ...(await passada('10:00', '11:00')), admitidaEm: undefined };
    await esperaRecusado(semEntrada, [422, 'INTERNACAO.ADMISSAO_SEM_INSTANTE', 'admitidaEm']);
    const semAlta = { ...(await transferida({})), alta: undefined };
    await esperaRecusado(semAlta, [422, 'INTERNACAO.TRANSFERENCIAS_SEM_ALTA', 'transferencias']);
  });

  it('deve recusar a história em leito que estava bloqueado, desativado ou não existia', async () => {
    const leitoId = await cenario.leito();
    const bloqueio = { motivo: 'Obra.', em: as('10:00'), ate: as('12:00') };
    await cenario.comandar(leitoId, 'bloquear', bloqueio);
    const indisponivel: Porque = [409, 'INTERNACAO.LEITO_INDISPONIVEL', 'leitoId'];
    await esperaRecusado(await passada('11:00', '13:00', { leitoId }), indisponivel);
    await registrar(await passada('12:00', '13:00', { leitoId }));
    const desativado = await cenario.leito('LIVRE');
    await cenario.comandar(desativado, 'desativar', { em: as('10:00') });
    await esperaRecusado(await passada('09:00', '11:00', { leitoId: desativado }), indisponivel);
  });
});
