import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { instante, type Linha } from '../../../banco/dialeto.js';
import { AbrirConta } from './abrir-conta.js';

const ENTRADA = new Date('2026-06-07T10:00:00-03:00');

describe('AbrirConta', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    hospital = await HospitalDeTeste.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  const abrir = (internacaoId: number): Promise<boolean> =>
    aplicacao.app.get(CommandBus).execute(new AbrirConta(internacaoId, ENTRADA));
  const contas = (internacaoId: number): Promise<Linha[]> =>
    aplicacao.consultar('SELECT * FROM contas WHERE internacao_id = ?', [internacaoId]);

  it('deve abrir a conta da internação desde a entrada, na versão 1', async () => {
    const internacaoId = await hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA });
    expect(await abrir(internacaoId)).toBe(true);
    const [conta, ...outras] = await contas(internacaoId);
    expect(outras).toEqual([]);
    expect(conta).toMatchObject({ status: 'ABERTA', fechamento: null, versao: 1 });
    expect(instante(conta!.abertura)).toEqual(ENTRADA);
  });

  it('deve manter a conta que já existe, por mais vezes que a internação seja contada', async () => {
    const internacaoId = await hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA });
    const respostas = await Promise.all(Array.from({ length: 10 }, () => abrir(internacaoId)));
    expect(respostas.filter((abriu) => abriu)).toHaveLength(1);
    expect(await contas(internacaoId)).toHaveLength(1);
  });

  it('deve não gravar nada quando a internação não existe', async () => {
    const antes = await retrato(aplicacao, 'contas');
    await expect(abrir(999_999)).rejects.toMatchObject({ natureza: 'referencia_inexistente' });
    expect(await retrato(aplicacao, 'contas')).toEqual(antes);
  });
});
