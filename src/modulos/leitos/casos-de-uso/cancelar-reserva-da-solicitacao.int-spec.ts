import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { CancelarReservaDaSolicitacao } from './cancelar-reserva-da-solicitacao.js';

describe('cancelar a reserva de uma solicitação', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number) => new CancelarReservaDaSolicitacao(id, 1);
  async function reservado(
    mais: Record<string, unknown> = {},
  ): Promise<[leito: number, solicitacao: number]> {
    const [id, { id: solicitacaoId }] = [await cenario.leito(), await cenario.internacoes.solicitar()];
    await cenario.comandar(id, 'reservar', { pacienteId: undefined, solicitacaoId, ...mais });
    return [id, solicitacaoId];
  }

  it('deve liberar o leito, e só ele, em nome de quem encerrou a solicitação', async () => {
    const [[id, solicitacaoId], [outro]] = [await reservado(), await reservado()];
    await cenario.executar(comando(solicitacaoId));
    expect(await cenario.historico(id)).toEqual([
      ['reservar', 'RESERVADO'],
      ['cancelar-reserva', 'LIVRE'],
    ]);
    expect((await cenario.linhas('leitos_historico', id)).at(-1)).toMatchObject({
      autor_id: 1,
      motivo: 'Solicitação de leito encerrada',
    });
    expect(await cenario.eventos(id, 3)).toEqual(['leito-liberado']);
    expect(await cenario.historico(outro)).toHaveLength(1);
  });

  it('deve contar como vencida a reserva que já tinha acabado', async () => {
    const [id, solicitacaoId] = await reservado({ expiraEm: cenario.daqui(1) });
    await cenario.passar(2);
    await cenario.executar(comando(solicitacaoId));
    expect((await cenario.historico(id)).at(-1)).toEqual(['expirar-reserva', 'LIVRE']);
    expect(await cenario.eventos(id, 3)).toEqual(['leito-liberado']);
  });

  it('deve desistir do que estava planejado para ela', async () => {
    const [id, solicitacaoId] = await reservado({ em: cenario.daqui(1) });
    await cenario.executar(comando(solicitacaoId));
    expect(await cenario.linhas('leitos_planos', id)).toMatchObject([{ situacao: 'CANCELADO' }]);
  });

  it('deve não fazer nada quando não há reserva, ou o paciente já está no leito', async () => {
    const [id, solicitacaoId] = await reservado();
    await cenario.internacoes.comandar(solicitacaoId, 'admitir', { leitoId: id });
    const antes = await retrato(cenario.app, 'leitos', 'leitos_historico', 'eventos');
    await cenario.executar(comando(solicitacaoId));
    await cenario.executar(comando(999_999));
    expect(await retrato(cenario.app, 'leitos', 'leitos_historico', 'eventos')).toEqual(antes);
  });
});
