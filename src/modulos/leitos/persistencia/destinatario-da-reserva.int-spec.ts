import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { CancelarReservaDaSolicitacao } from '../casos-de-uso/cancelar-reserva-da-solicitacao.js';
import { ReservarLeito } from '../casos-de-uso/reservar-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';

describe('para quem um leito é reservado', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados: DadosDeComando) => new ReservarLeito(id, dados, GESTORA);
  const reserva = async (id: number) =>
    (
      await cenario.app.consultar(
        'SELECT reserva_paciente_id AS paciente, reserva_solicitacao_id AS solicitacao FROM leitos WHERE id = ?',
        [id],
      )
    )[0]!;

  it('deve reservar para o paciente da solicitação, informado ou não', async () => {
    for (const informar of [false, true]) {
      const [id, { id: solicitacaoId, pacienteId }] = [
        await cenario.leito(),
        await cenario.internacoes.solicitar(),
      ];
      const resposta = await cenario.executar(
        comando(id, { solicitacaoId, ...(informar ? { pacienteId } : {}) }),
      );
      expect(resposta).toMatchObject({ status: 'RESERVADO', reservaSolicitacaoId: solicitacaoId });
      expect(await reserva(id)).toEqual({ paciente: pacienteId, solicitacao: solicitacaoId });
    }
  });

  it('deve recusar uma solicitação de outro paciente, que não existe, ou encerrada', async () => {
    const [id, { id: solicitacaoId }] = [await cenario.leito(), await cenario.internacoes.solicitar()];
    const pacienteId = await cenario.internacoes.paciente();
    await esperaRecusa(
      cenario,
      'LEITO.SOLICITACAO_DE_OUTRO_PACIENTE',
      comando(id, { solicitacaoId, pacienteId }),
    );
    const { id: internada } = await cenario.internacoes.internar();
    for (const nenhuma of [999_999, internada])
      await esperaRecusa(
        cenario,
        'LEITO.SOLICITACAO_NAO_ENCONTRADA',
        comando(id, { solicitacaoId: nenhuma }),
      );
    await cenario.internacoes.comandar(solicitacaoId, 'recusar', { motivo: 'sem indicação' });
    const encerrada = comando(id, { solicitacaoId });
    await esperaRecusa(cenario, 'LEITO.SOLICITACAO_ENCERRADA', encerrada);
    await esperaRecusa(
      cenario,
      'LEITO.SOLICITACAO_ENCERRADA',
      comando(id, { solicitacaoId, em: cenario.daqui(1) }),
    );
    await expect(cenario.executar(encerrada)).rejects.toMatchObject({
      tipo: 'invalido',
      campo: 'solicitacaoId',
    });
  });

  it('deve recusar uma segunda reserva do mesmo paciente, até a primeira acabar', async () => {
    const [a, b, c] = [await cenario.leito(), await cenario.leito(), await cenario.leito()];
    const { id: solicitacaoId, pacienteId } = await cenario.internacoes.solicitar();
    await cenario.executar(comando(a, { pacienteId, expiraEm: cenario.daqui(1) }));
    for (const dados of [{ pacienteId }, { solicitacaoId }])
      await esperaRecusa(cenario, 'LEITO.PACIENTE_JA_TEM_RESERVA', comando(b, dados));
    await esperaRecusa(cenario, 'LEITO.TRANSICAO_INVALIDA', comando(a, { pacienteId }));
    await cenario.comandar(a, 'cancelar-reserva');
    await cenario.executar(comando(b, { pacienteId, expiraEm: cenario.daqui(1) }));
    await cenario.passar(2);
    // Nobody has looked at the one that expired: it is ended on the way.
    await cenario.executar(comando(c, { solicitacaoId }));
    expect((await cenario.historico(b)).at(-1)).toEqual(['expirar-reserva', 'LIVRE']);
    expect(await cenario.eventos(b, 3)).toEqual(['leito-liberado']);
    expect(await reserva(c)).toEqual({ paciente: pacienteId, solicitacao: solicitacaoId });
  });

  it('deve reservar para quem já está internado, que então se transfere', async () => {
    const id = await cenario.leito();
    const { id: internacaoId, pacienteId } = await cenario.internacoes.internar();
    await cenario.executar(comando(id, { pacienteId }));
    await cenario.internacoes.comandar(internacaoId, 'transferir', { leitoId: id, motivo: 'cuidado' });
    expect(await cenario.historico(id)).toEqual([
      ['reservar', 'RESERVADO'],
      ['ocupar', 'OCUPADO'],
    ]);
  });

  it('deve dar um leito só a quem pede muitos ao mesmo tempo', async () => {
    const pacienteId = await cenario.internacoes.paciente();
    const ids = await Promise.all(Array.from({ length: 8 }, () => cenario.leito()));
    const respostas = await Promise.allSettled(
      ids.map((id) => cenario.executar(comando(id, { pacienteId }))),
    );
    expect(respostas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const resposta of respostas)
      if (resposta.status === 'rejected')
        expect(resposta.reason).toMatchObject({ codigo: 'LEITO.PACIENTE_JA_TEM_RESERVA' });
  });

  it('deve desistir da reserva quando a solicitação se encerra enquanto ela é escrita', async () => {
    const [id, { id: solicitacaoId, pacienteId }] = [
      await cenario.leito(),
      await cenario.internacoes.solicitar(),
    ];
    const pedida = { internacaoId: solicitacaoId, pacienteId };
    const resposta = jest
      .spyOn(cenario.app.app.get(LeituraDeInternacoes), 'solicitacao')
      .mockResolvedValueOnce({ ...pedida, aberta: true })
      .mockResolvedValueOnce({ ...pedida, aberta: false });
    await esperaRecusa(cenario, 'LEITO.SOLICITACAO_ENCERRADA', comando(id, { solicitacaoId }));
    resposta.mockRestore();
  });

  it('deve não deixar reserva de pé quando a solicitação se encerra ao mesmo tempo', async () => {
    for (let i = 0; i < 8; i++) {
      const [id, { id: solicitacaoId }] = [await cenario.leito(), await cenario.internacoes.solicitar()];
      // As the saga does: right after the closing, whether or not the reservation has been stored by then.
      const encerrar = async () => {
        await cenario.internacoes.comandar(solicitacaoId, 'recusar', { motivo: 'sem indicação' });
        await cenario.executar(new CancelarReservaDaSolicitacao(solicitacaoId, 1));
      };
      const [, fim] = await Promise.allSettled([
        cenario.executar(comando(id, { solicitacaoId })),
        encerrar(),
      ]);
      expect(fim.status).toBe('fulfilled');
      expect(await reserva(id)).toEqual({ paciente: null, solicitacao: null });
    }
  });
});
