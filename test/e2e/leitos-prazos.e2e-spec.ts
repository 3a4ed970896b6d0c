import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeitoResposta } from '../../src/modulos/leitos/casos-de-uso/obter-leito.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';

const HORA = 3_600_000;

describe('prazos dos leitos, com o relógio andando', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const daqui = (horas: number) => new Date(app.relogio.agora().getTime() + horas * HORA);
  const comandar = (id: number, comando: string, corpo: object) =>
    app.post<LeitoResposta>(`/v1/leitos/${id}/${comando}`, corpo);
  const leito = async (id: number) => (await app.get<LeitoResposta>(`/v1/leitos/${id}`)).corpo.data;
  async function avancar(horas: number): Promise<void> {
    await app.post('/v1/relogio/avancar', { horas });
    await app.entrar();
  }

  it('deve acabar sozinhos a reserva, o bloqueio e a manutenção, cada um no instante previsto', async () => {
    const [reservado, bloqueado, emManutencao] = [
      await cenario.leito(),
      await cenario.leito(),
      await cenario.leito(),
    ];
    const [em1, em2, em3] = [daqui(1), daqui(2), daqui(3)];
    await comandar(reservado, 'reservar', { expiraEm: em1 });
    await comandar(bloqueado, 'bloquear', { ate: em2, motivo: 'isolamento' });
    await comandar(emManutencao, 'manutencao', { ate: em3, motivo: 'ar-condicionado' });
    await avancar(4);
    await eventualmente(async () => {
      expect(await leito(reservado)).toMatchObject({ status: 'LIVRE', desde: em1.toISOString() });
      expect(await leito(bloqueado)).toMatchObject({
        status: 'AGUARDANDO_LIMPEZA',
        desde: em2.toISOString(),
      });
      expect(await leito(emManutencao)).toMatchObject({
        status: 'AGUARDANDO_LIMPEZA',
        desde: em3.toISOString(),
      });
    }, 30_000);
    const { corpo } = await app.get<{ tipo: string; dados: { em: string } }[]>(
      `/v1/eventos?agregado=leito:${reservado}&tipo=leitos.leito-liberado`,
    );
    expect(corpo.data).toHaveLength(1);
  });

  it('deve valer para quem chega na hora o mesmo que para quem espera', async () => {
    const id = await cenario.leito();
    await comandar(id, 'bloquear', { ate: daqui(1), motivo: 'isolamento' });
    await avancar(2);
    // Whether the schedule has run by now or not.
    expect((await comandar(id, 'iniciar-limpeza', {})).corpo.data.status).toBe('EM_LIMPEZA');
    const outro = await cenario.leito();
    await comandar(outro, 'reservar', { pacienteId: await cenario.paciente(), expiraEm: daqui(1) });
    await avancar(2);
    expect((await comandar(outro, 'cancelar-reserva', {})).status).toBe(409);
    const internada = await cenario.internar({ leitoId: outro });
    expect(internada.status).toBe('INTERNADA');
    expect((await leito(outro)).status).toBe('OCUPADO');
  });

  it('deve começar e acabar na hora o que foi planejado', async () => {
    const id = await cenario.leito();
    const [em, ate] = [daqui(1), daqui(5)];
    await comandar(id, 'bloquear', { em, ate, motivo: 'pintura' });
    await avancar(2);
    await eventualmente(
      async () => expect(await leito(id)).toMatchObject({ status: 'BLOQUEADO', desde: em.toISOString() }),
      30_000,
    );
    await avancar(4);
    await eventualmente(
      async () =>
        expect(await leito(id)).toMatchObject({ status: 'AGUARDANDO_LIMPEZA', desde: ate.toISOString() }),
      30_000,
    );
  });
});
