import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';

describe('começar o que foi planejado', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  const leito = async (id: number) =>
    (await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]))[0]!;
  const situacoes = async (id: number) =>
    (await cenario.linhas('leitos_planos', id)).map(({ situacao }) => situacao);
  const ultimo = async (id: number) => (await cenario.linhas('leitos_historico', id)).at(-1)!;
  async function passar(horas: number): Promise<void> {
    await cenario.passar(horas);
    await cenario.vencerPrazos();
  }

  it('deve bloquear um leito livre desde quando se planejou, por quem planejou', async () => {
    const id = await cenario.leito();
    const [em, ate] = [cenario.daqui(1), cenario.daqui(5)];
    await cenario.comandar(id, 'bloquear', { em, ate, motivo: 'pintura' });
    await passar(2);
    const { status, desde, vence_em } = await leito(id);
    expect([status, instante(desde), instante(vence_em)]).toEqual(['BLOQUEADO', em, ate]);
    expect(await ultimo(id)).toMatchObject({ acao: 'bloquear', motivo: 'pintura', autor_id: 1 });
    expect(await situacoes(id)).toEqual(['APLICADO']);
    await passar(4);
    expect((await leito(id)).status).toBe('AGUARDANDO_LIMPEZA');
  });

  it('deve deixar a manutenção de um leito ocupado para quando o paciente sair', async () => {
    const id = await cenario.leito('OCUPADO');
    await cenario.comandar(id, 'manutencao', {
      em: cenario.daqui(1),
      ate: cenario.daqui(30),
      motivo: 'régua',
    });
    await passar(2);
    const { status, manutencao_motivo } = await leito(id);
    expect([status, manutencao_motivo, await situacoes(id)]).toEqual(['OCUPADO', 'régua', ['APLICADO']]);
  });

  it('deve não tomar o lugar da manutenção que já espera o paciente sair', async () => {
    const id = await cenario.leito('OCUPADO');
    await cenario.comandar(id, 'manutencao', { motivo: 'primeira' });
    await cenario.comandar(id, 'manutencao', { em: cenario.daqui(1), motivo: 'segunda' });
    await passar(2);
    expect([(await leito(id)).manutencao_motivo, await situacoes(id)]).toEqual(['primeira', ['PENDENTE']]);
    await cenario.comandar(id, 'concluir-manutencao');
    await cenario.vencerPrazos();
    expect([(await leito(id)).manutencao_motivo, await situacoes(id)]).toEqual(['segunda', ['APLICADO']]);
  });

  it.each(['bloquear', 'reservar'])(
    'deve esperar por um leito ocupado para %s, e começar de quando ele pôde',
    async (comando) => {
      const id = await cenario.leito();
      const internacaoId = await ocupacoes.ocupar(id);
      await cenario.comandar(id, comando, { em: cenario.daqui(1), ate: cenario.daqui(50) });
      await passar(2);
      expect([(await leito(id)).status, await situacoes(id)]).toEqual(['OCUPADO', ['PENDENTE']]);
      await ocupacoes.desocupar(internacaoId);
      if (comando === 'reservar')
        for (const limpeza of ['iniciar-limpeza', 'concluir-limpeza']) await cenario.comandar(id, limpeza);
      const [pode, comecou] = (await cenario.linhas('leitos_historico', id)).slice(-2);
      expect([comecou!.acao, comecou!.em]).toEqual([comando, pode!.em]);
      expect((await leito(id)).status).toBe(comando === 'bloquear' ? 'BLOQUEADO' : 'RESERVADO');
      expect(await situacoes(id)).toEqual(['APLICADO']);
    },
  );

  it('deve dar por perdido o que acabou sem que o leito pudesse', async () => {
    const id = await cenario.leito('OCUPADO');
    await cenario.comandar(id, 'bloquear', { em: cenario.daqui(1), ate: cenario.daqui(2) });
    await cenario.comandar(id, 'reservar', { em: cenario.daqui(3), expiraEm: cenario.daqui(4) });
    await passar(2.5);
    expect(await situacoes(id)).toEqual(['PERDIDO', 'PENDENTE']);
    await passar(2);
    expect([await situacoes(id), (await leito(id)).status]).toEqual([['PERDIDO', 'PERDIDO'], 'OCUPADO']);
  });

  it('deve passar da reserva que vence ao bloqueio planejado sem dizer que o leito ficou livre', async () => {
    const id = await cenario.leito();
    const expiraEm = cenario.daqui(1);
    await cenario.comandar(id, 'reservar', { expiraEm });
    await cenario.comandar(id, 'bloquear', { em: expiraEm });
    await passar(2);
    const { status, versao, desde } = await leito(id);
    expect([status, instante(desde)]).toEqual(['BLOQUEADO', expiraEm]);
    for (const v of [Number(versao) - 1, Number(versao)])
      expect(await cenario.eventos(id, v)).toEqual(['leito-mudou-de-estado']);
  });

  it('deve não cobrir uma estadia registrada tarde, enquanto esperava o leito ficar livre', async () => {
    const id = await cenario.leito('EM_LIMPEZA');
    const [inicio, fim] = [cenario.daqui(1), cenario.daqui(2)];
    await cenario.comandar(id, 'reservar', { em: inicio, ate: cenario.daqui(9) });
    await cenario.passar(3);
    await ocupacoes.registrar({ leitoId: id, inicio, fim });
    await cenario.comandar(id, 'concluir-limpeza', { em: inicio });
    const { status, desde } = await leito(id);
    expect([status, instante(desde)]).toEqual(['RESERVADO', fim]);
  });

  it('deve esperar enquanto o paciente tem outra reserva, e reservar quando ela acaba', async () => {
    const [agora, depois] = [await cenario.leito(), await cenario.leito()];
    const pacienteId = await cenario.internacoes.paciente();
    await cenario.comandar(agora, 'reservar', { pacienteId, expiraEm: cenario.daqui(3) });
    await cenario.comandar(depois, 'reservar', { pacienteId, em: cenario.daqui(1), ate: cenario.daqui(9) });
    await passar(2);
    expect([(await leito(depois)).status, await situacoes(depois)]).toEqual(['LIVRE', ['PENDENTE']]);
    await passar(2);
    await cenario.vencerPrazos();
    expect([(await leito(agora)).status, (await leito(depois)).status]).toEqual(['LIVRE', 'RESERVADO']);
  });

  it('deve dar por perdida a reserva planejada para uma solicitação que não está mais aberta', async () => {
    const id = await cenario.leito();
    const { id: solicitacaoId } = await cenario.internacoes.solicitar();
    await cenario.comandar(id, 'reservar', {
      ...{ pacienteId: undefined, solicitacaoId },
      ...{ em: cenario.daqui(1), ate: cenario.daqui(9) },
    });
    await cenario.internacoes.comandar(solicitacaoId, 'recusar', { motivo: 'sem indicação' });
    await passar(2);
    expect([(await leito(id)).status, await situacoes(id)]).toEqual(['LIVRE', ['PERDIDO']]);
  });
});
