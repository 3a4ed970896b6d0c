import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { LeituraDeInternacoes } from '../contrato/leitura-de-internacoes.js';
import { CancelarInternacao } from './cancelar-internacao.js';

const AUTOR = { usuarioId: 1, papeis: ['GESTAO'] } as const;
const cancelar = (id: number) => new CancelarInternacao(id, { motivo: 'Paciente errado.' }, AUTOR);

describe('cancelar internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  it('deve desfazer a internação e as suas ocupações, e soltar o leito e o paciente', async () => {
    const admitidaEm = '2026-06-01T10:00:00.000Z';
    const { id, pacienteId } = await cenario.internar({ admitidaEm });
    const destino = await cenario.leito();
    const em = '2026-06-02T10:00:00.000Z';
    await cenario.comandar(id, 'transferir', { leitoId: destino, motivo: 'Isolamento', em });

    expect(await cenario.executar(cancelar(id))).toMatchObject({
      status: 'CANCELADA',
      admitidaEm: new Date(admitidaEm).toISOString(),
      saidaEm: null,
      leitoId: null,
      acoes: [],
    });
    expect(await app.consultar('SELECT id FROM ocupacoes WHERE internacao_id = ?', [id])).toEqual([]);
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [destino]);
    expect(leito).toEqual({ status: 'AGUARDANDO_LIMPEZA' });
    const [movimento] = await app.consultar(
      "SELECT de_leito_id, motivo FROM internacoes_movimentacoes WHERE internacao_id = ? AND tipo = 'CANCELAMENTO'",
      [id],
    );
    expect(movimento).toEqual({ de_leito_id: destino, motivo: 'Paciente errado.' });
    expect((await cenario.eventos(id)).at(-1)).toEqual([
      'internacoes.internacao-cancelada',
      expect.objectContaining({ internacaoId: id, pacienteId, desde: admitidaEm }),
    ]);
    const contrato = app.app.get(LeituraDeInternacoes);
    expect(await contrato.pacienteInternado(pacienteId)).toBe(false);
    expect(await contrato.paraConta(id)).toBeNull();
    // The period counts for nothing: the patient may have been anywhere else then.
    expect((await cenario.internar({ pacienteId, admitidaEm })).status).toBe('INTERNADA');
  });

  it('deve desistir do pedido, sem falar de leito nem de internação', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    expect(await cenario.executar(cancelar(id))).toMatchObject({ status: 'CANCELADA', admitidaEm: null });
    expect((await cenario.eventos(id)).map(([tipo]) => tipo)).toEqual([
      'internacoes.internacao-solicitada',
      'internacoes.solicitacao-encerrada',
    ]);
    expect((await cenario.internar({ pacienteId })).status).toBe('INTERNADA');
  });

  it('deve recusar o que não existe, já foi cancelado, tem alta à vista ou acabou, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, cancelar(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    const cancelada = await cenario.internar();
    await cenario.executar(cancelar(cancelada.id));
    await esperaRecusaDoComando(cenario, cancelar(cancelada.id), invalida);
    const prevista = await cenario.internar();
    await cenario.comandar(prevista.id, 'prever-alta', { para: '2100-01-01T12:00:00Z' });
    await esperaRecusaDoComando(cenario, cancelar(prevista.id), invalida);
    const encerrada = await cenario.internar();
    await cenario.comandar(encerrada.id, 'alta', { cidSaida: 'J189', motivoSaida: 'OBITO' });
    await esperaRecusaDoComando(cenario, cancelar(encerrada.id), invalida);
  });
});
