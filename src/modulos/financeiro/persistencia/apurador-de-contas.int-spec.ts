import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { ApuradorDeContas } from './apurador-de-contas.js';

/** Admitted on 7 June at 22:30 of São Paulo, the 8th in UTC; seen on the 10th. */
describe('ApuradorDeContas', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let daInternacao: number;
  let doPaciente: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('10/06 10:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    daInternacao = await hospital.convenio({ ENFERMARIA: 100 }, 30);
    doPaciente = await hospital.convenio({ ENFERMARIA: 200 }, 45);
    const diarias = [{ tipoLeito: 'ENFERMARIA', valor: 300 }];
    await aplicacao.pedir('PATCH', '/v1/hospital', { diarias, prazoParticularDias: 5 });
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = async (caminho: string, dados: object): Promise<void> => {
    const { status, corpo } = await aplicacao.pedir('PATCH', caminho, dados);
    expect([status, corpo.error]).toEqual([200, undefined]);
  };

  /** Who pays, what a diária costs, and in how many days it is due. */
  async function apurado(dados: { convenioId?: number; comCarteira?: boolean; validadeCarteira?: string }) {
    const id = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 22:30'),
      ...(dados.convenioId === undefined ? {} : { convenioId: dados.convenioId }),
    });
    const internacao = (await aplicacao.app.get(LeituraDeInternacoes).paraConta(id))!;
    if (dados.comCarteira)
      await alterar(`/v1/pacientes/${internacao.pacienteId}`, {
        ...{
          convenioId: doPaciente,
          numeroCarteira: '0001',
          validadeCarteira: dados.validadeCarteira ?? null,
        },
      });
    const { pagador, conta } = await aplicacao.app
      .get(ApuradorDeContas)
      .apurar(internacao, local('10/06 10:00'));
    return [pagador.convenioId, conta.linhas[0]!.precoUnitario, pagador.prazoDias];
  }

  it('deve cobrar do convênio da internação, senão do do paciente, senão do particular', async () => {
    expect([
      await apurado({ convenioId: daInternacao, comCarteira: true }),
      await apurado({ comCarteira: true }),
      await apurado({}),
    ]).toEqual([
      [daInternacao, 10_000, 30],
      [doPaciente, 20_000, 45],
      [null, 30_000, 5],
    ]);
  });

  it('deve cobrar como particular quando a carteira já tinha vencido no dia da entrada', async () => {
    expect([
      await apurado({ comCarteira: true, validadeCarteira: '2026-06-07' }),
      await apurado({ comCarteira: true, validadeCarteira: '2026-06-06' }),
    ]).toEqual([
      [doPaciente, 20_000, 45],
      [null, 30_000, 5],
    ]);
  });

  it('deve julgar o contrato no dia da entrada, e manter o convênio da internação, verificado nela', async () => {
    await alterar(`/v1/convenios/${doPaciente}`, { vigenciaInicio: '2026-06-07', vigenciaFim: '2026-06-07' });
    expect(await apurado({ comCarteira: true })).toEqual([doPaciente, 20_000, 45]);
    await alterar(`/v1/convenios/${doPaciente}`, { vigenciaInicio: '2026-01-01', vigenciaFim: '2026-06-06' });
    expect(await apurado({ comCarteira: true })).toEqual([null, 30_000, 5]);

    const id = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 22:30'),
      convenioId: daInternacao,
    });
    await alterar(`/v1/convenios/${daInternacao}`, { vigenciaFim: '2026-06-01' });
    const internacao = (await aplicacao.app.get(LeituraDeInternacoes).paraConta(id))!;
    const { pagador } = await aplicacao.app.get(ApuradorDeContas).apurar(internacao, local('10/06 10:00'));
    expect(pagador.convenioId).toBe(daInternacao);
  });
});
