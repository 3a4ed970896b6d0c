import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, esperaRecusaDeOcupacao, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';

describe('anular as ocupações de uma internação', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  const anuladas = (internacaoId: number) =>
    cenario.app.consultar('SELECT * FROM ocupacoes_anuladas WHERE internacao_id = ? ORDER BY id', [
      internacaoId,
    ]);

  /** The last thing told of the bed, which leaves it as it is. */
  async function esperaAnulada(id: number, status: string, periodo: readonly Date[]): Promise<void> {
    const [leito] = await cenario.app.consultar('SELECT status, versao FROM leitos WHERE id = ?', [id]);
    const ultima = (await cenario.linhas('leitos_historico', id)).at(-1)!;
    expect(leito!.status).toBe(status);
    expect(ultima).toMatchObject({ acao: 'anular-estadia', de: status, para: status, autor_id: 1 });
    expect([ultima.versao, instante(ultima.em), instante(ultima.ate)]).toEqual([leito!.versao, ...periodo]);
  }

  it('deve guardar os trechos à parte e desocupar o leito em que ela está', async () => {
    const [a, b] = [await cenario.leito(), await cenario.leito('LIVRE', { tipo: 'UTI_ADULTO' })];
    const internacaoId = await ocupacoes.ocupar(a, dia(4));
    await ocupacoes.transferir(internacaoId, b, dia(6));
    expect(await ocupacoes.anular(internacaoId, dia(8))).toEqual({ leitoId: b });
    await esperaAnulada(a, 'AGUARDANDO_LIMPEZA', [dia(4), dia(6)]);
    await esperaAnulada(b, 'AGUARDANDO_LIMPEZA', [dia(6), dia(8)]);
    expect((await cenario.linhas('leitos_historico', b)).at(-2)).toMatchObject({
      ...{ de: 'OCUPADO', para: 'AGUARDANDO_LIMPEZA', acao: 'desocupar', motivo: 'por engano' },
    });
    expect(await cenario.eventos(b, 3)).toEqual(['leito-desocupado']);
    expect(await ocupacoes.contrato.trechos(internacaoId)).toEqual([]);
    const guardadas = await anuladas(internacaoId);
    expect(guardadas).toMatchObject([
      { leito_id: a, tipo: 'ENFERMARIA', motivo: 'por engano', autor_id: 1 },
      { leito_id: b, tipo: 'UTI_ADULTO', motivo: 'por engano', autor_id: 1 },
    ]);
    expect(guardadas.map(({ inicio, fim }) => [instante(inicio), instante(fim)])).toEqual([
      [dia(4), dia(6)],
      [dia(6), dia(8)],
    ]);
  });

  it('deve começar a manutenção que esperava o paciente sair', async () => {
    const id = await cenario.leito();
    const internacaoId = await ocupacoes.ocupar(id, dia(4));
    await cenario.comandar(id, 'manutencao', { em: dia(5), motivo: 'régua' });
    await ocupacoes.anular(internacaoId, dia(8));
    await esperaAnulada(id, 'MANUTENCAO', [dia(4), dia(8)]);
    expect((await cenario.historico(id)).at(-2)).toEqual(['desocupar', 'MANUTENCAO']);
    expect(await cenario.eventos(id, 4)).toEqual(['leito-desocupado']);
    expect(await cenario.linhas('leitos_bloqueios', id)).toMatchObject([{ motivo: 'régua', fim: null }]);
  });

  it('deve liberar o passado de quem já saiu, sem mudar o estado do leito', async () => {
    const id = await cenario.leito();
    const internacaoId = await ocupacoes.registrar({ leitoId: id, inicio: dia(4), fim: dia(8) });
    const [antes] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
    expect(await ocupacoes.anular(internacaoId)).toEqual({ leitoId: null });
    const [depois] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
    expect([depois!.status, depois!.desde]).toEqual([antes!.status, antes!.desde]);
    await esperaAnulada(id, 'LIVRE', [dia(4), dia(8)]);
    expect(await anuladas(internacaoId)).toHaveLength(1);
    await ocupacoes.registrar({ leitoId: id, inicio: dia(4), fim: dia(8) });
  });

  it('deve não fazer nada por quem nunca teve leito', async () => {
    const internacaoId = await ocupacoes.estadia();
    expect(await ocupacoes.anular(internacaoId)).toEqual({ leitoId: null });
    expect(await anuladas(internacaoId)).toEqual([]);
  });

  it('deve recusar um instante anterior à entrada, sem escrever nada', async () => {
    const internacaoId = await ocupacoes.ocupar(await cenario.leito(), dia(4));
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', () =>
      ocupacoes.anular(internacaoId, dia(3)),
    );
  });
});
