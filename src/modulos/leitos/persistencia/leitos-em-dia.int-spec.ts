import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { instante, ouNulo } from '../../../banco/dialeto.js';

const ALTA = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };

/** The scheduled task never runs here, and no cleaning is required: a bed that is left is free at once. */
describe('o que estava planejado e já devia ter começado', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar({ LEITO_EXIGE_LIMPEZA: 'false' });
  });
  afterAll(() => cenario.encerrar());

  const status = async (id: number) => (await cenario.app.get(`/v1/leitos/${id}`)).corpo.data.status;
  const planoEm = async (id: number) => {
    const [linha] = await cenario.app.consultar('SELECT plano_em FROM leitos WHERE id = ?', [id]);
    return ouNulo(instante)(linha!.plano_em);
  };
  const situacoes = async (id: number) =>
    (await cenario.linhas('leitos_planos', id)).map(({ situacao }) => situacao);
  const codigo = async (caminho: string, corpo: object) => {
    const resposta = await cenario.app.post(caminho, corpo);
    return [resposta.status, resposta.corpo.error[0]?.codigo];
  };
  const internarEm = async (leitoId: number) =>
    codigo('/v1/internacoes', await cenario.internacoes.pedido({ leitoId }));

  it.each(['bloquear', 'manutencao'])(
    'deve começar (%s) na mesma alta que deixa o leito',
    async (comando) => {
      const id = await cenario.leito();
      const internacao = await cenario.internacoes.internar({ leitoId: id });
      await cenario.comandar(id, comando, { em: cenario.daqui(1) });
      await cenario.passar(2);
      await cenario.internacoes.comandar(internacao.id, 'alta', ALTA);
      expect([await status(id), await situacoes(id), await planoEm(id)]).toEqual([
        ...[comando === 'bloquear' ? 'BLOQUEADO' : 'MANUTENCAO', ['APLICADO'], null],
      ]);
      const liberacoes = await cenario.app.consultar(
        "SELECT id FROM eventos WHERE tipo = 'leitos.leito-liberado' AND agregado_tipo = 'leito' AND agregado_id = ?",
        [id],
      );
      expect(liberacoes).toEqual([]);
      expect(await internarEm(id)).toEqual([409, 'INTERNACAO.LEITO_INDISPONIVEL']);
    },
  );

  it('deve valer antes de uma admissão, de uma transferência e de um comando', async () => {
    const id = await cenario.leito();
    const { id: internacaoId } = await cenario.internacoes.internar();
    await cenario.comandar(id, 'bloquear', { em: cenario.daqui(1) });
    await cenario.passar(2);
    expect(await internarEm(id)).toEqual([409, 'INTERNACAO.LEITO_INDISPONIVEL']);
    const transferencia = { leitoId: id, motivo: 'cuidado' };
    expect(await codigo(`/v1/internacoes/${internacaoId}/transferir`, transferencia)).toEqual([
      ...[409, 'INTERNACAO.LEITO_INDISPONIVEL'],
    ]);
    expect(await codigo(`/v1/leitos/${id}/reservar`, {})).toEqual([409, 'LEITO.TRANSICAO_INVALIDA']);
    await cenario.comandar(id, 'desbloquear');
    expect([await status(id), await situacoes(id)]).toEqual(['LIVRE', ['APLICADO']]);
  });

  it('deve guardar o leito que uma transferência deixa para quem o reservou, e recebê-lo', async () => {
    const [id, pacienteId] = [await cenario.leito(), await cenario.internacoes.paciente()];
    const { id: internacaoId } = await cenario.internacoes.internar({ leitoId: id });
    await cenario.comandar(id, 'reservar', { pacienteId, em: cenario.daqui(1), ate: cenario.daqui(9) });
    await cenario.passar(2);
    const transferencia = { leitoId: await cenario.leito(), motivo: 'cuidado' };
    await cenario.internacoes.comandar(internacaoId, 'transferir', transferencia);
    expect(await status(id)).toBe('RESERVADO');
    expect(await internarEm(id)).toEqual([409, 'INTERNACAO.LEITO_INDISPONIVEL']);
    await cenario.internacoes.internar({ leitoId: id, pacienteId });
    expect(await status(id)).toBe('OCUPADO');
  });

  it('deve seguir-se ao comando que o permite, e o que vence seguir-se ao que venceu', async () => {
    const id = await cenario.leito();
    const [inicio, fim] = [cenario.daqui(1), cenario.daqui(3)];
    await cenario.comandar(id, 'reservar', { expiraEm: cenario.daqui(2) });
    await cenario.comandar(id, 'bloquear', { em: inicio, ate: fim });
    await cenario.comandar(id, 'manutencao', { em: fim });
    expect(await planoEm(id)).toEqual(inicio);
    await cenario.passar(1.5);
    expect((await cenario.comandar(id, 'cancelar-reserva')).status).toBe('BLOQUEADO');
    expect(await planoEm(id)).toEqual(fim);
    await cenario.passar(2);
    expect(await codigo(`/v1/leitos/${id}/desbloquear`, {})).toEqual([409, 'LEITO.TRANSICAO_INVALIDA']);
    expect((await cenario.comandar(id, 'concluir-manutencao')).status).toBe('LIVRE');
  });

  it('deve contar a desistência e a perda de um plano, e não o que o próprio leito conta', async () => {
    const [id, desativado] = [await cenario.leito('OCUPADO'), await cenario.leito()];
    await cenario.comandar(id, 'bloquear', { em: cenario.daqui(1), ate: cenario.daqui(2) });
    await cenario.comandar(id, 'manutencao', { em: cenario.daqui(3) });
    await cenario.comandar(id, 'reservar', { em: cenario.daqui(2.2), expiraEm: cenario.daqui(2.8) });
    await cenario.comandar(desativado, 'bloquear', { em: cenario.daqui(1) });
    await cenario.comandar(desativado, 'desativar');
    const planos = await cenario.linhas('leitos_planos', id);
    const [perdido, aplicado, cancelado] = planos.map((plano) => Number(plano.id));
    expect((await cenario.app.post(`/v1/leitos/${id}/planos/${cancelado}/cancelar`, {})).status).toBe(200);
    await cenario.passar(4);
    await cenario.vencerPrazos();
    expect(await situacoes(id)).toEqual(['PERDIDO', 'APLICADO', 'CANCELADO']);
    const contado = async (planoId: number) =>
      (
        await cenario.app.consultar(
          "SELECT tipo, dados FROM eventos WHERE agregado_tipo = 'plano-do-leito' AND agregado_id = ?",
          [planoId],
        )
      ).map(({ tipo, dados }) => [tipo, JSON.parse(String(dados))]);
    const doLeito = { leitoId: id, setorId: cenario.setorId, em: expect.any(String) };
    const tipo = 'leitos.plano-resolvido';
    expect(await contado(aplicado!)).toEqual([]);
    expect(await contado(perdido!)).toEqual([
      [tipo, { ...doLeito, planoId: perdido, acao: 'bloquear', situacao: 'PERDIDO' }],
    ]);
    expect(await contado(cancelado!)).toEqual([
      [tipo, { ...doLeito, planoId: cancelado, acao: 'reservar', situacao: 'CANCELADO' }],
    ]);
    const [doDesativado] = await cenario.linhas('leitos_planos', desativado);
    expect(await contado(Number(doDesativado!.id))).toMatchObject([[tipo, { situacao: 'CANCELADO' }]]);
    expect(await planoEm(desativado)).toBeNull();
  });
});
