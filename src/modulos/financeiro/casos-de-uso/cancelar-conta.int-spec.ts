import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { inteiro } from '../../../banco/dialeto.js';
import { AbrirConta } from './abrir-conta.js';
import { CancelarConta } from './cancelar-conta.js';

const ENTRADA = local('07/06 10:00');
const TABELAS = ['contas', 'lancamentos', 'lancamentos_historico', 'eventos'];

describe('CancelarConta', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('11/06 10:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  const comandos = () => aplicacao.app.get(CommandBus);
  const abrir = (id: number) => comandos().execute(new AbrirConta(id, ENTRADA));
  const fechar = (id: number) => fecharConta(aplicacao, id);
  const cancelar = (id: number) => comandos().execute(new CancelarConta(id, ENTRADA, 7));
  const internar = () => hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA });
  const contas = async (id: number) =>
    (await aplicacao.consultar('SELECT status, fechamento FROM contas WHERE internacao_id = ?', [id])).map(
      ({ status, fechamento }) => [status, fechamento],
    );

  it.each([
    ['a conta aberta', true],
    ['a conta que ainda não abriu', false],
  ])('deve cancelar %s, que a notícia atrasada da entrada não reabre', async (_caso, comConta) => {
    const id = await internar();
    if (comConta) await abrir(id);
    await cancelar(id);
    expect(await contas(id)).toEqual([['CANCELADA', null]]);
    expect(await abrir(id)).toBe(false);
    expect(await contas(id)).toEqual([['CANCELADA', null]]);
  });

  it('deve estornar o que estava cobrado, em nome de quem cancelou', async () => {
    const id = await internar();
    await hospital.darAlta(id, local('10/06 09:00'));
    const lancamentoId = await fechar(id);
    await cancelar(id);
    expect(await contas(id)).toEqual([['CANCELADA', null]]);
    const [lancamento] = await aplicacao.consultar('SELECT * FROM lancamentos WHERE id = ?', [lancamentoId]);
    expect(lancamento).toMatchObject({ status: 'ESTORNADO', ativo: null });
    const passos = await aplicacao.consultar(
      'SELECT acao, motivo, autor_id FROM lancamentos_historico WHERE lancamento_id = ? ORDER BY versao',
      [lancamentoId],
    );
    expect(passos[1]).toEqual({ acao: 'estornar', motivo: 'A internação foi cancelada.', autor_id: 7 });
  });

  it('deve não cobrar mais nada: a alta contada com atraso não fecha a conta cancelada', async () => {
    const id = await internar();
    await hospital.darAlta(id, local('10/06 09:00'));
    await cancelar(id);
    const antes = await retrato(aplicacao, ...TABELAS);
    expect(await fechar(id)).toBeNull();
    expect(await retrato(aplicacao, ...TABELAS)).toEqual(antes);
  });

  it('deve fazer tudo uma vez, por mais vezes que o cancelamento seja contado', async () => {
    const id = await internar();
    await Promise.all([cancelar(id), cancelar(id), abrir(id), cancelar(id)]);
    const [conta, ...outras] = await aplicacao.consultar('SELECT * FROM contas WHERE internacao_id = ?', [
      id,
    ]);
    expect([conta?.status, outras.length]).toEqual(['CANCELADA', 0]);
    const antes = await retrato(aplicacao, ...TABELAS);
    await cancelar(id);
    expect(await retrato(aplicacao, ...TABELAS)).toEqual(antes);
    expect(inteiro(conta!.versao)).toBe(2);
  });
});
