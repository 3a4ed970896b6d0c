import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** Another replica's clock is ahead of ours: what it has just recorded lies in our future. */
describe('relógio atrasado', () => {
  let api: AplicacaoDeTeste;

  beforeAll(async () => {
    api = await AplicacaoDeTeste.iniciar({ LEITO_EXIGE_LIMPEZA: 'false' });
  });
  afterAll(() => api.encerrar());

  it('deve aceitar o agora de quem atrasa depois do agora de quem adianta: internar, transferir, dar alta, internar', async () => {
    const { id: setorId } = await api.criar('/v1/setores', { nome: 'Clínica' });
    const leito = async (numero: string) =>
      (await api.criar('/v1/leitos', { numero, setorId, tipo: 'ENFERMARIA' })).id;
    const [um, dois] = [await leito('1'), await leito('2')];
    const { id: medicoId } = await api.criar('/v1/medicos', {
      nome: 'Ana',
      conselho: 'CRM',
      numeroConselho: '1',
      ufConselho: 'SP',
    });
    const { id: pacienteId } = await api.criar('/v1/pacientes', {
      nome: 'Fictícia',
      dataNascimento: '1980-01-01',
      sexo: 'F',
    });
    const internar = () =>
      api.criar('/v1/internacoes', { pacienteId, medicoId, leitoId: um, cidEntrada: 'J189' });
    const voltar = (ms: number): void => api.relogio.avancar(-ms);

    const { id } = await internar();
    voltar(3_000);
    expect(
      (await api.post(`/v1/internacoes/${id}/transferir`, { leitoId: dois, motivo: 'cuidado' })).status,
    ).toBe(200);
    voltar(3_000);
    expect(
      (await api.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' })).status,
    ).toBe(200);
    voltar(3_000);
    expect(await internar()).toMatchObject({ status: 'INTERNADA' });
  });
});
