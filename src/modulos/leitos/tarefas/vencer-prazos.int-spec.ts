import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { instante } from '../../../banco/dialeto.js';

const HISTORIA = ['leitos', 'leitos_historico', 'leitos_bloqueios', 'eventos', 'entregas'];

describe('vencer prazos', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const leito = async (id: number) =>
    (await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]))[0]!;
  const ultimo = async (id: number) => (await cenario.linhas('leitos_historico', id)).at(-1)!;
  const eventos = async (id: number) => cenario.eventos(id, Number((await leito(id)).versao));

  it('deve liberar a reserva vencida no instante do prazo, e dizer que o leito está livre', async () => {
    const id = await cenario.leito();
    const expiraEm = cenario.daqui(1);
    await cenario.comandar(id, 'reservar', { expiraEm });
    await cenario.vencerPrazos();
    expect((await leito(id)).status).toBe('RESERVADO');
    await cenario.passar(2);
    await cenario.vencerPrazos();
    const { status, desde, vence_em, reserva_paciente_id } = await leito(id);
    expect([status, instante(desde), vence_em, reserva_paciente_id]).toEqual(['LIVRE', expiraEm, null, null]);
    expect(await ultimo(id)).toMatchObject({ acao: 'expirar-reserva', autor_id: null, motivo: null });
    expect(await eventos(id)).toEqual(['leito-liberado']);
  });

  it.each([
    ['bloquear', 'desbloquear'],
    ['manutencao', 'concluir-manutencao'],
  ])(
    'deve terminar o que %s começou no instante previsto, pela política da limpeza',
    async (comando, acao) => {
      const [comLimpeza, semLimpeza] = [await cenario.leito(), await cenario.leito()];
      const ate = cenario.daqui(1);
      for (const id of [comLimpeza, semLimpeza]) await cenario.comandar(id, comando, { ate });
      await cenario.app.unidade.executar((tx) =>
        tx.executar('UPDATE leitos SET vence_em = NULL WHERE id = ?', [semLimpeza]),
      );
      await cenario.passar(2);
      await cenario.vencerPrazos();
      await cenario.app.unidade.executar((tx) =>
        tx.executar('UPDATE leitos SET vence_em = ? WHERE id = ?', [ate, semLimpeza]),
      );
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: false });
      await cenario.vencerPrazos();
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: true });
      expect([(await leito(comLimpeza)).status, (await leito(semLimpeza)).status]).toEqual([
        'AGUARDANDO_LIMPEZA',
        'LIVRE',
      ]);
      expect([await eventos(comLimpeza), await eventos(semLimpeza)]).toEqual([
        ['leito-mudou-de-estado'],
        ['leito-liberado'],
      ]);
      for (const id of [comLimpeza, semLimpeza]) {
        expect(await ultimo(id)).toMatchObject({ acao, autor_id: null });
        const [bloqueio] = await cenario.linhas('leitos_bloqueios', id);
        expect([instante(bloqueio!.fim), bloqueio!.bloqueio_aberto_id]).toEqual([ate, null]);
      }
    },
  );

  it('deve não tocar no que não tem prazo, no ocupado nem no que já foi cuidado', async () => {
    const ids = [
      await cenario.leito('BLOQUEADO'),
      await cenario.leito('MANUTENCAO'),
      await cenario.leito('OCUPADO'),
    ];
    await cenario.comandar(ids[2]!, 'manutencao', { ate: cenario.daqui(1) });
    await cenario.comandar(await cenario.leito(), 'reservar', { expiraEm: cenario.daqui(1) });
    await cenario.passar(2);
    await cenario.vencerPrazos();
    const antes = await retrato(cenario.app, ...HISTORIA);
    await cenario.vencerPrazos();
    expect(await retrato(cenario.app, ...HISTORIA)).toEqual(antes);
    expect(await Promise.all(ids.map(async (id) => (await leito(id)).status))).toEqual([
      'BLOQUEADO',
      'MANUTENCAO',
      'OCUPADO',
    ]);
  });

  it('deve cuidar de mais leitos do que cabem numa transação, cada um uma vez só, com várias réplicas', async () => {
    const ids = [];
    for (let i = 0; i < 55; i++) ids.push(await cenario.leito());
    const expiraEm = cenario.daqui(1);
    for (const id of ids) await cenario.app.post(`/v1/leitos/${id}/reservar`, { expiraEm });
    await cenario.passar(2);
    await Promise.all([cenario.vencerPrazos(), cenario.vencerPrazos(), cenario.vencerPrazos()]);
    // Whoever passed over what another held leaves it for the next turn.
    await cenario.vencerPrazos();
    for (const id of ids)
      expect(await cenario.historico(id)).toEqual([
        ['reservar', 'RESERVADO'],
        ['expirar-reserva', 'LIVRE'],
      ]);
  });

  it('deve dar, a quem chega antes da tarefa, o mesmo que ela daria', async () => {
    const [pelaTarefa, peloComando] = [await cenario.leito(), await cenario.leito()];
    const ate = cenario.daqui(1);
    for (const id of [pelaTarefa, peloComando]) await cenario.comandar(id, 'bloquear', { ate });
    await cenario.passar(2);
    await cenario.comandar(peloComando, 'iniciar-limpeza');
    await cenario.vencerPrazos();
    await cenario.comandar(pelaTarefa, 'iniciar-limpeza');
    const historia = async (id: number) =>
      (await cenario.linhas('leitos_historico', id))
        .slice(0, 2)
        .map(({ acao, de, para, em, autor_id }) => ({ acao, de, para, em: String(em), autor_id }))[1];
    expect(await historia(peloComando)).toEqual(await historia(pelaTarefa));
    for (const id of [pelaTarefa, peloComando])
      expect(await cenario.eventos(id, 3)).toEqual(['leito-mudou-de-estado']);
    expect((await cenario.app.post(`/v1/leitos/${peloComando}/desbloquear`)).status).toBe(409);
  });

  it('deve fechar no seu prazo o bloqueio que dá lugar a outro', async () => {
    const id = await cenario.leito();
    const ate = cenario.daqui(1);
    await cenario.comandar(id, 'bloquear', { ate });
    await cenario.passar(2);
    await cenario.comandar(id, 'bloquear', { motivo: 'infecção', em: ate });
    const bloqueios = await cenario.linhas('leitos_bloqueios', id);
    expect(bloqueios.map(({ inicio, fim }) => [instante(inicio) < ate, fim && instante(fim)])).toEqual([
      [true, ate],
      [false, null],
    ]);
  });
});
